//! How values are written: each sort of value once.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use thin_vec::ThinVec;

use crate::summary::Spot;
use crate::text::{Name, Span};
use crate::words::serial::Series;

/// The written form of `T`.
pub trait Written<T>: Sized {
    fn write(value: &T) -> Self;

    /// What was written, or what is wrong with it.
    fn read(self) -> Result<T, String>;
}

macro_rules! as_it_is {
    ($($type:ty),*) => {
        $(impl Written<$type> for $type {
            fn write(value: &$type) -> Self {
                value.clone()
            }

            fn read(self) -> Result<$type, String> {
                Ok(self)
            }
        })*
    };
}

as_it_is!(bool, u16, u32, usize, f32, Box<str>, Box<[u32]>, String);

impl Written<Name> for String {
    fn write(value: &Name) -> Self {
        value.as_str().to_owned()
    }

    fn read(self) -> Result<Name, String> {
        Ok(self.into())
    }
}

impl Written<Series> for String {
    fn write(word: &Series) -> Self {
        (**word).to_owned()
    }

    fn read(self) -> Result<Series, String> {
        Series::of(&self).ok_or_else(|| format!("`{self}` is too long for a series"))
    }
}

impl Written<Arc<str>> for String {
    fn write(value: &Arc<str>) -> Self {
        value.as_ref().to_owned()
    }

    fn read(self) -> Result<Arc<str>, String> {
        Ok(self.into())
    }
}

impl<T, W: Written<T>> Written<Option<T>> for Option<W> {
    fn write(value: &Option<T>) -> Self {
        value.as_ref().map(W::write)
    }

    fn read(self) -> Result<Option<T>, String> {
        self.map(W::read).transpose()
    }
}

impl<T, W: Written<T>> Written<Vec<T>> for Vec<W> {
    fn write(value: &Vec<T>) -> Self {
        value.iter().map(W::write).collect()
    }

    fn read(self) -> Result<Vec<T>, String> {
        self.into_iter().map(W::read).collect()
    }
}

impl<T, W: Written<T>> Written<ThinVec<T>> for Vec<W> {
    fn write(value: &ThinVec<T>) -> Self {
        value.iter().map(W::write).collect()
    }

    fn read(self) -> Result<ThinVec<T>, String> {
        self.into_iter().map(W::read).collect()
    }
}

impl<A, B, V: Written<A>, W: Written<B>> Written<(A, B)> for (V, W) {
    fn write((first, second): &(A, B)) -> Self {
        (V::write(first), W::write(second))
    }

    fn read(self) -> Result<(A, B), String> {
        Ok((self.0.read()?, self.1.read()?))
    }
}

/// Bytes as hexadecimal digits: many programs read large numbers as floats.
pub type Hex = String;

impl Written<u64> for Hex {
    fn write(number: &u64) -> Self {
        format!("{number:016x}")
    }

    fn read(self) -> Result<u64, String> {
        u64::from_str_radix(&self, 16).map_err(|_| format!("`{self}` is no print"))
    }
}

impl<const N: usize> Written<[u8; N]> for Hex {
    fn write(bytes: &[u8; N]) -> Self {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn read(self) -> Result<[u8; N], String> {
        let pairs = self.as_bytes().chunks(2).map(|it| std::str::from_utf8(it).ok().filter(|it| it.len() == 2));
        let bytes: Option<Vec<u8>> = pairs.map(|it| u8::from_str_radix(it?, 16).ok()).collect();
        bytes.and_then(|it| it.try_into().ok()).ok_or_else(|| format!("`{self}` is no print"))
    }
}

/// Start, end, line.
impl Written<Spot> for [u32; 3] {
    fn write(spot: &Spot) -> Self {
        [spot.start, spot.end, spot.line]
    }

    fn read(self) -> Result<Spot, String> {
        let [start, end, line] = self;
        if start > end {
            return Err(format!("a place ends at {end}, before it begins at {start}"));
        }
        Ok(Spot { start, end, line })
    }
}

/// Start, end.
impl Written<Span> for [usize; 2] {
    fn write(span: &Span) -> Self {
        [span.start, span.end]
    }

    fn read(self) -> Result<Span, String> {
        let [start, end] = self;
        if start > end {
            return Err(format!("a place ends at {end}, before it begins at {start}"));
        }
        Ok(Span { start, end })
    }
}

impl Written<Timestamp> for String {
    fn write(moment: &Timestamp) -> Self {
        moment.to_string()
    }

    fn read(self) -> Result<Timestamp, String> {
        self.parse().map_err(|_| format!("`{self}` is no moment"))
    }
}

impl Written<Date> for String {
    fn write(day: &Date) -> Self {
        day.to_string()
    }

    fn read(self) -> Result<Date, String> {
        self.parse().map_err(|_| format!("`{self}` is no day"))
    }
}
