//! Plain data from a page: texts in lists and under names. Numbers are texts.

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Node {
    /// Nothing that could be used.
    #[default]
    Nothing,
    /// A text, a number or a truth value as written.
    Text(String),
    /// Several, in order.
    List(Vec<Node>),
    /// Named values, in order; a name may come more than once.
    Item(Vec<(String, Node)>),
}

impl Node {
    /// The value under a name; nothing where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &Self {
        const NOTHING: &Node = &Node::Nothing;
        match self {
            Self::Item(all) => all
                .iter()
                .find(|(it, _)| local(it) == name)
                .map_or(NOTHING, |(_, it)| it),
            _ => NOTHING,
        }
    }

    /// The values of a list; a value that is no list is a list of its own.
    #[must_use]
    pub fn all(&self) -> &[Self] {
        match self {
            Self::Nothing => &[],
            Self::List(all) => all,
            one => std::slice::from_ref(one),
        }
    }

    /// The text, of the first that is one; empty where there is none. An item with a name is that
    /// name, one with a `@value` is that.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text.trim(),
            Self::List(all) => all
                .iter()
                .map(Self::text)
                .find(|it| !it.is_empty())
                .unwrap_or_default(),
            Self::Item(_) => match self.get("name").text() {
                "" => self.get("@value").text(),
                name => name,
            },
            Self::Nothing => "",
        }
    }

    /// The text under a name.
    #[must_use]
    pub fn text_of(&self, name: &str) -> &str {
        self.get(name).text()
    }
}

/// `name` of `schema:name` and of `https://schema.org/name`.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(['/', '#', ':']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(it: &str) -> Node {
        Node::Text(it.to_owned())
    }

    #[test]
    fn names_are_known_with_and_without_their_vocabulary() {
        for name in ["name", "schema:name", "https://schema.org/name"] {
            let item = Node::Item(vec![(name.to_owned(), text(" Priya "))]);
            assert_eq!(item.text_of("name"), "Priya", "{name}");
            assert_eq!(item.text_of("email"), "");
        }
    }

    #[test]
    fn one_value_is_a_list_of_one_and_nothing_is_an_empty_list() {
        assert_eq!(text("a").all(), [text("a")]);
        assert_eq!(Node::List(vec![text("a"), text("b")]).all().len(), 2);
        assert!(Node::Nothing.all().is_empty());
    }
}
