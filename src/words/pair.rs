//! The pairs of letters that some texts begin or end with: one look at them tells most other texts apart.

/// Some pairs. Others may be taken for one of them, and none of them for another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pairs([u64; 4]);

impl Pairs {
    pub fn add(&mut self, pair: [u8; 2]) {
        let (word, bit) = place(pair);
        self.0[word] |= bit;
    }

    /// Adds all there are.
    pub fn add_all(&mut self) {
        self.0 = [u64::MAX; 4];
    }

    pub fn may_have(&self, pair: [u8; 2]) -> bool {
        let (word, bit) = place(pair);
        self.0[word] & bit != 0
    }
}

fn place([one, other]: [u8; 2]) -> (usize, u64) {
    let number = one.wrapping_mul(31).wrapping_add(other);
    (usize::from(number >> 6), 1 << (number & 63))
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn what_was_added_is_there() {
        let mut pairs = Pairs::default();
        assert!(!pairs.may_have(*b"ab"));
        for pair in [b"ab", b"ba", b"zz", b"\xff\xff", b"\0\0"] {
            pairs.add(*pair);
            assert!(pairs.may_have(*pair), "{pair:?}");
        }
        assert!(!pairs.may_have(*b"ac"));
        pairs.add_all();
        assert!(pairs.may_have(*b"ac"));
    }
}
