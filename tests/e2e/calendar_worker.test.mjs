// The worker that reads calendar files, by itself: started as the options page starts it.

import assert from 'node:assert/strict';
import { sampleCalendar, SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { testInBoth } from './support/test_in.mjs';

const SLICE = 2 * 1024 * 1024;

/**
 * Reads texts as files in the worker; gives its news and how many turns the page had between the
 * first of them and the last.
 */
function readInWorker(session, texts) {
  return session.inExtension(async (files, profile) => {
    const worker = new Worker('calendar_worker.js', { type: 'module' });
    const news = [];
    let turns = 0;
    // Messages to itself: timers are slow in a tab that is not in front.
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
      turns += Number(news.length > 0);
      beat.port2.postMessage(null);
    };
    beat.port2.postMessage(null);
    await new Promise((resolve, reject) => {
      worker.onerror = () => reject(new Error('the worker broke down'));
      worker.onmessage = ({ data }) => {
        news.push(data);
        if (data.kind === 'finished') resolve();
      };
      const job = { profile, corrections: [], nowMs: Date.now(), zone: 'Europe/Berlin' };
      worker.postMessage([job, files.map((it) => new File([it.text.repeat(it.times ?? 1)], 'a.ics'))]);
    });
    beat.port1.close();
    worker.terminate();
    return { news, turns };
  }, texts, SAMPLE_PROFILE);
}

testInBoth('a calendar is read and its events are counted', async (session) => {
  const { news } = await readInWorker(session, [{ text: sampleCalendar(Date.now()).toString() }]);
  assert.deepEqual(news.map((it) => it.kind), ['progress', 'report', 'finished']);
  const { report } = news[1];
  assert.equal(report.events, 10);
  assert.deepEqual(report.problems, []);
  assert.deepEqual(news[2], { kind: 'finished', complete: true });
});

testInBoth('several files are read one after the other, each with its own report', async (session) => {
  const text = sampleCalendar(Date.now()).toString();
  const { news } = await readInWorker(session, [{ text }, { text: '' }, { text: 'no calendar' }, { text }]);
  const reports = news.filter((it) => it.kind === 'report');
  assert.deepEqual(reports.map((it) => it.file), [0, 1, 2, 3]);
  assert.deepEqual(reports.map((it) => it.report.events), [10, 0, 0, 10]);
  assert.notDeepEqual(reports[2].report.problems, [], 'what is no calendar is a problem');
});

testInBoth('sixty megabytes are read with progress, and the page never stands still', async (session) => {
  const event = sampleCalendar(Date.now()).toString();
  const times = Math.ceil(60e6 / event.length);
  const { news, turns } = await readInWorker(session, [{ text: event, times }]);
  const steps = news.filter((it) => it.kind === 'progress');
  assert.equal(steps.length, Math.ceil((steps[0].total) / SLICE));
  assert.equal(steps.at(-1).read, steps.at(-1).total);
  assert.ok(steps.every((it, index) => index === 0 || it.read > steps[index - 1].read));
  assert.equal(news.at(-2).kind, 'report');
  assert.ok(turns > steps.length, `the page had ${turns} turns during ${steps.length} steps`);
});
