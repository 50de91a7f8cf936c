//! How fields of a compose window are called, by language: for services that name them in no other
//! way.

/// `{subject}`.
const SUBJECT: [(&str, &str); 16] = [
    ("en", "Subject"),
    ("de", "Betreff"),
    ("fr", "Objet"),
    ("es", "Asunto"),
    ("pt", "Assunto"),
    ("it", "Oggetto"),
    ("nl", "Onderwerp"),
    ("pl", "Temat"),
    ("sv", "Ämne"),
    ("ja", "件名"),
    ("zh-CN", "主题"),
    ("zh-TW", "主旨"),
    ("ko", "제목"),
    ("ru", "Тема"),
    ("tr", "Konu"),
    ("fi", "Aihe"),
];

/// `{to}`.
const TO: [(&str, &str); 16] = [
    ("en", "To"),
    ("de", "An"),
    ("fr", "À"),
    ("es", "Para"),
    ("it", "A"),
    ("nl", "Aan"),
    ("pl", "Do"),
    ("sv", "Till"),
    ("ja", "宛先"),
    ("zh-CN", "收件人"),
    ("zh-TW", "收件者"),
    ("ko", "받는 사람"),
    ("ru", "Кому"),
    ("tr", "Kime"),
    ("pt", "Para"),
    ("fi", "Vastaanottaja"),
];

/// `{body}`: how the name of the editor begins.
const BODY: [(&str, &str); 16] = [
    ("en", "Message body"),
    ("de", "Nachrichtentext"),
    ("fr", "Corps du message"),
    ("es", "Cuerpo del mensaje"),
    ("pt", "Corpo da mensagem"),
    ("it", "Corpo del messaggio"),
    ("nl", "Berichttekst"),
    ("pl", "Treść wiadomości"),
    ("sv", "Meddelandetext"),
    ("ja", "メッセージ本文"),
    ("zh-CN", "邮件正文"),
    ("ko", "메시지 본문"),
    ("zh-TW", "郵件內文"),
    ("ru", "Текст сообщения"),
    ("tr", "İleti gövdesi"),
    ("fi", "Viestin teksti"),
];

/// `{send}`.
const SEND: [(&str, &str); 16] = [
    ("en", "Send"),
    ("de", "Senden"),
    ("fr", "Envoyer"),
    ("es", "Enviar"),
    ("it", "Invia"),
    ("nl", "Verzenden"),
    ("pl", "Wyślij"),
    ("sv", "Skicka"),
    ("fi", "Lähetä"),
    ("ja", "送信"),
    ("zh-CN", "发送"),
    ("zh-TW", "傳送"),
    ("ko", "보내기"),
    ("ru", "Отправить"),
    ("tr", "Gönder"),
    ("pt", "Enviar"),
];

/// `{discard}`.
const DISCARD: [(&str, &str); 16] = [
    ("en", "Discard"),
    ("de", "Verwerfen"),
    ("fr", "Ignorer"),
    ("es", "Descartar"),
    ("pt", "Descartar rascunho"),
    ("it", "Rimuovi"),
    ("nl", "Negeren"),
    ("pl", "Odrzuć"),
    ("sv", "Ta bort"),
    ("ja", "破棄"),
    ("zh-CN", "放弃"),
    ("ko", "취소"),
    ("zh-TW", "捨棄"),
    ("ru", "Отменить"),
    ("tr", "At"),
    ("fi", "Hylkää"),
];

/// How a service says that a message was sent, in small letters; several forms for a language.
const SENT: [(&str, &str); 29] = [
    ("en", "message sent"),
    ("en", "email sent"),
    ("en", "mail sent"),
    ("en", "your message has been sent"),
    ("de", "nachricht gesendet"),
    ("de", "nachricht wurde gesendet"),
    ("de", "e-mail gesendet"),
    ("fr", "message envoyé"),
    ("es", "mensaje enviado"),
    ("pt", "mensagem enviada"),
    ("it", "messaggio inviato"),
    ("nl", "bericht verzonden"),
    ("pl", "wiadomość wysłana"),
    ("pl", "wiadomość została wysłana"),
    ("sv", "meddelandet har skickats"),
    ("sv", "meddelandet skickat"),
    ("ja", "メッセージを送信しました"),
    ("ja", "メールを送信しました"),
    ("zh-CN", "邮件已发送"),
    ("zh-TW", "郵件已傳送"),
    ("zh-TW", "郵件已寄出"),
    ("ko", "메일을 보냈습니다"),
    ("ru", "письмо отправлено"),
    ("tr", "ileti gönderildi"),
    ("fi", "viesti lähetetty"),
    ("fi", "viesti on lähetetty"),
    ("pt", "e-mail enviado"),
    ("ru", "сообщение отправлено"),
    ("tr", "mesaj gönderildi"),
];

/// The words of [`SENT`].
pub(in super::super) fn sent_words() -> Vec<&'static str> {
    SENT.iter().map(|(_, words)| *words).collect()
}

/// A selector with its labels in every language put in; several, one for each label.
pub(in super::super) fn expand(selector: &str) -> Vec<String> {
    for (mark, table) in [
        ("{subject}", &SUBJECT[..]),
        ("{to}", &TO),
        ("{body}", &BODY),
        ("{send}", &SEND),
        ("{discard}", &DISCARD),
    ] {
        if selector.contains(mark) {
            return table
                .iter()
                .map(|(_, label)| selector.replace(mark, label))
                .collect();
        }
    }
    vec![selector.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_is_multiplied_by_the_labels() {
        let found = expand(r#"input[aria-label="{subject}" i]"#);
        assert_eq!(found.len(), SUBJECT.len());
        assert!(found.contains(&r#"input[aria-label="Betreff" i]"#.to_owned()));
        assert_eq!(expand("#x"), ["#x"]);
    }

    #[test]
    fn the_same_languages_are_in_every_table() {
        let languages = |table: &[(&'static str, &str)]| {
            let mut all: Vec<&str> = table.iter().map(|(it, _)| *it).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let expected = languages(&SUBJECT);
        assert_eq!(expected.len(), 16);
        for table in [&TO[..], &BODY, &SEND, &DISCARD, &SENT] {
            assert_eq!(languages(table), expected);
        }
    }

    #[test]
    fn labels_can_stand_between_quotes_and_each_language_has_one() {
        for table in [&SUBJECT[..], &TO, &BODY, &SEND, &DISCARD] {
            for (at, (language, label)) in table.iter().enumerate() {
                assert!(!label.contains(['"', '\\', '{']), "{label}");
                assert!(table.iter().skip(at + 1).all(|(it, _)| it != language));
            }
        }
    }
}
