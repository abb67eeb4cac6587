//! The only code here that could read or write beyond what it owns is written in C: the runtime of the parser, and two
//! grammars with scanners of their own.
