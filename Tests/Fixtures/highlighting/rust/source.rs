//! 统计词频。
use std::collections::HashMap;
use std::fmt::{self, Display};

/// 一个词。
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    word: &'a str,
    pub count: usize,
}

#[derive(Default)]
enum State {
    #[default]
    Empty,
    Ready(u32, f64),
}

pub trait Reader {
    const LIMIT: usize = 0xFF_usize;
    fn read(&mut self, path: &str) -> Result<String, Box<dyn std::error::Error>>;
}

impl<'a> Display for Entry<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} 次\n", self.word, self.count)
    }
}

// 计数
pub fn count<'a, T: AsRef<str>>(text: &'a T) -> Vec<Entry<'a>> {
    let mut table: HashMap<&str, usize> = HashMap::new();
    for word in text.as_ref().split_whitespace() {
        *table.entry(word).or_insert(0) += 1;
    }
    let mut list: Vec<_> = table.into_iter().map(|(word, count)| Entry { word, count }).collect();
    list.sort_by(|a, b| b.count.cmp(&a.count));
    list
}

async fn run(state: State) -> Option<i32> {
    let raw = r#"原样 "引号" \n"#;
    let byte = b'x';
    let c = '中';
    match state {
        State::Ready(n, ratio) if n > 10 && ratio >= 1.5e-3 => Some(n as i32),
        State::Ready(..) => None,
        State::Empty => {
            println!("空 {raw} {:?}", (byte, c));
            return Some(1_000);
        }
    }
}

macro_rules! square {
    ($x:expr) => { $x * $x };
}

fn main() {
    let total = 'outer: loop {
        unsafe { break 'outer square!(3) };
    };
    assert_eq!(total, 9);
}
