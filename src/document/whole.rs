//! All questions at once, for whoever wants to know what they cost.

use super::Document;

impl Document<'_> {
    /// Answers every question that is answered once, so that nobody who asks later has to wait.
    pub fn read_through(&self) {
        let _ = (self.lines(), self.has_www(), self.blocks(), self.passages(), self.prose(), self.sections());
        let _ = (self.labels(), self.items(), self.tables(), self.links(), self.code(), self.comments(), self.fields());
        let _ = (self.directives(), self.title(), self.actions(), self.courses(), self.turns(), self.struck());
        let _ = (self.dated(), self.is_english(), self.word_count(), self.people(), self.own_sentences().count());
        let _ = (self.is_message(), self.typed_marks(), self.has_room(), self.planned());
    }
}
