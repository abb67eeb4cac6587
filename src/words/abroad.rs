//! How German, French, Spanish, Portuguese, Italian and Dutch records say where a decision stands, in small letters.

pub const OPEN: &str = "vorgeschlagen entwurf offen in-pr\u{fc}fung propos\u{e9} propos\u{e9}e brouillon propuesto propuesta borrador pendiente \
                        proposto proposta rascunho pendente bozza voorgesteld";

pub const SETTLED: &str = "akzeptiert angenommen beschlossen entschieden genehmigt umgesetzt g\u{fc}ltig accept\u{e9} accept\u{e9}e approuv\u{e9} \
                           approuv\u{e9}e adopt\u{e9} adopt\u{e9}e valid\u{e9} valid\u{e9}e aceptado aceptada aprobado aprobada adoptado adoptada aceito \
                           aceita aceite aprovado aprovada adotado adotada accettato accettata approvato approvata geaccepteerd \
                           goedgekeurd";

pub const DROPPED: &str = "abgelehnt verworfen zur\u{fc}ckgezogen rejet\u{e9} rejet\u{e9}e refus\u{e9} refus\u{e9}e abandonn\u{e9} abandonn\u{e9}e rechazado \
                           rechazada descartado descartada rejeitado rejeitada recusado recusada rifiutato rifiutata afgewezen";

pub const REPLACED: &str = "ersetzt abgel\u{f6}st abgeloest veraltet \u{fc}berholt remplac\u{e9} remplac\u{e9}e obsol\u{e8}te d\u{e9}pr\u{e9}ci\u{e9} d\u{e9}pr\u{e9}ci\u{e9}e \
                            reemplazado reemplazada sustituido sustituida obsoleto obsoleta substitu\u{ed}do substitu\u{ed}da sostituito \
                            sostituita vervangen";
