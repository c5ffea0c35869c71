/* One line of a systemd .network file: a section's name or a setting; see systemd.syntax(7). */
grammar NetworkFile;

line
    : (section | setting)? EOF
    ;

section
    : HEADER
    ;

setting
    : key=WORD EQUALS value*
    ;

value
    : WORD
    | HEADER
    | OPEN
    | EQUALS
    ;

/* Ignored where a line begins with it; inside a value it belongs to its word. */
COMMENT
    : [#;] ~[\r\n]* -> skip
    ;

HEADER
    : '[' ~[\]\r\n]* ']'
    ;

EQUALS
    : '='
    ;

OPEN
    : '['
    ;

WORD
    : ~[ \t\r\n=#;[] ~[ \t\r\n=]*
    | '[' ~[\]\r\n]* ']' ~[ \t\r\n=]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
