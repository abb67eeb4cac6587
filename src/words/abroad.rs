//! How German, French, Spanish, Portuguese, Italian and Dutch records say where a decision stands, in small letters.

pub const OPEN: &str = "vorgeschlagen entwurf offen in-prüfung proposé proposée brouillon propuesto propuesta borrador \
                        pendiente proposto proposta rascunho pendente bozza voorgesteld";

pub const SETTLED: &str = "akzeptiert angenommen beschlossen entschieden genehmigt umgesetzt gültig accepté acceptée \
                           approuvé approuvée adopté adoptée validé validée aceptado aceptada aprobado aprobada \
                           adoptado adoptada aceito aceita aceite aprovado aprovada adotado adotada accettato \
                           accettata approvato approvata geaccepteerd goedgekeurd";

pub const DROPPED: &str = "abgelehnt verworfen zurückgezogen rejeté rejetée refusé refusée abandonné abandonnée \
                           rechazado rechazada descartado descartada rejeitado rejeitada recusado recusada rifiutato \
                           rifiutata afgewezen";

pub const REPLACED: &str = "ersetzt abgelöst abgeloest veraltet überholt remplacé remplacée obsolète déprécié \
                            dépréciée reemplazado reemplazada sustituido sustituida obsoleto obsoleta substituído \
                            substituída sostituito sostituita vervangen";
