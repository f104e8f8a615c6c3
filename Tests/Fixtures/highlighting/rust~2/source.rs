//! A tiny index: words to the articles that hold them.
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::io::{self, BufRead, Write};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Empty,
    TooLong { line: usize, bytes: usize },
    Io(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Empty => write!(f, "nothing to read"),
            Problem::TooLong { line, bytes } => write!(f, "line {} has {} bytes", line, bytes),
            Problem::Io(reason) => f.write_str(reason),
        }
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Problem::Io(error.to_string())
    }
}

#[derive(Default)]
pub struct Index<T> {
    words: BTreeMap<String, HashSet<T>>,
    limit: Option<usize>,
}

impl<T: Copy + Ord + std::hash::Hash> Index<T> {
    pub fn new() -> Self {
        Index { words: BTreeMap::new(), limit: None }
    }

    /// Adds every word of a text.
    pub fn add(&mut self, id: T, text: &str) -> usize {
        let mut added = 0;
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            let key = word.to_lowercase();
            if self.words.entry(key).or_insert_with(HashSet::new).insert(id) {
                added += 1;
            }
        }
        added
    }

    pub fn find<'a>(&'a self, word: &str) -> impl Iterator<Item = T> + 'a {
        let mut ids: Vec<T> = match self.words.get(word) {
            Some(set) => set.iter().copied().collect(),
            None => Vec::new(),
        };
        ids.sort_unstable();
        ids.into_iter().take(self.limit.unwrap_or(100))
    }
}

pub fn read(input: impl BufRead, out: &mut dyn Write) -> Result<Index<u32>, Problem> {
    const MAX: usize = 64 * 1024;
    let mut index = Index::new();
    let mut number = 0u32;
    for line in input.lines() {
        let line = line?;
        number += 1;
        if line.len() > MAX {
            return Err(Problem::TooLong { line: number as usize, bytes: line.len() });
        }
        index.add(number, &line);
    }
    if number == 0 { return Err(Problem::Empty); }
    writeln!(out, "{} lines, {} words", number, index.words.len())?;
    Ok(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_it_added() {
        let mut index = Index::new();
        assert_eq!(index.add(1, "Write once, print twice"), 4);
        let hits: Vec<i32> = index.find("print").collect();
        assert!(!hits.is_empty() && hits[0] == 1);
    }
}
