// A message as it arrived, read by the standards (MIME, RFC 2047, RFC 3676): what its reader sees.

import { simpleParser } from 'mailparser';

/** Recipients of the envelope and of the header, the subject, the plain text and the HTML. */
export async function read({ to, raw }) {
  const mail = await simpleParser(raw);
  return {
    envelope: to,
    to: mail.to.value.map((it) => it.address),
    others: [mail.cc, mail.bcc].filter(Boolean),
    subject: mail.subject,
    text: mail.text,
    html: mail.html || '',
  };
}

/** The paragraphs of a message in HTML as a browser parses it, with a line end for each `<br>`. */
export function paragraphs(page, html) {
  return page.evaluate((markup) => {
    const { body } = new DOMParser().parseFromString(markup, 'text/html');
    const textOf = (node) => [...node.childNodes].map((it) => (it.nodeName === 'BR' ? '\n' : it.nodeType === 3 ? it.data : textOf(it))).join('');
    const blocks = [...body.querySelectorAll('p, div')].filter((it) => !it.querySelector('p, div'));
    const inside = blocks.map(textOf).join('');
    if (inside.replaceAll(/\s/g, '') !== textOf(body).replaceAll(/\s/g, '')) throw new Error(`text outside of paragraphs: ${markup}`);
    return blocks.map(textOf);
  }, html);
}
