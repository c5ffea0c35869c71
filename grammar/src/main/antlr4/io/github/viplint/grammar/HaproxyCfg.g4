/*
 * One line of a haproxy.cfg, as parse_line() of haproxy's src/tools.c takes it apart. Quotes may open and
 * close inside a word, '#' ends the line wherever no quote holds it, and CR or NUL end it everywhere.
 * The tokens of a line, joined, are the line.
 */
grammar HaproxyCfg;

line
    : (WORD | COOKED)* UNCLOSED? NUL? EOF
    ;

// ---- words

/* A word that means what it says. */
WORD
    : PLAIN+
    ;

/* A word with quotes or escapes in it. */
COOKED
    : PART+ '\\'?
    | '\\'
    ;

/* A quote that nothing closes, from the beginning of its word to the end of the line. */
UNCLOSED
    : PART* '"' WEAK* '\\'?
    | PART* '\'' STRONG*
    ;

// ---- what stands between words

COMMENT
    : '#' ~[\r\n\u0000]* -> channel(HIDDEN)
    ;

BLANK
    : [ \t\u000B\f]+ -> channel(HIDDEN)
    ;

/* Haproxy 2.2 warns and reads what stands before it; later versions refuse the file. */
NUL
    : '\u0000' [\u0000-\u{10FFFF}]*
    ;

/* What haproxy never sees. */
END
    : [\r\n] [\u0000-\u{10FFFF}]* -> channel(HIDDEN)
    ;

fragment PART
    : PLAIN
    | '\\' [ \\#'"]
    | '\\' PLAIN
    | '"' WEAK* '"'
    | '\'' STRONG* '\''
    ;

fragment PLAIN
    : ~[ \t\u000B\f\r\n\u0000#"'\\]
    ;

fragment WEAK
    : ~["\\\r\n\u0000]
    | '\\' ~[\r\n\u0000]
    ;

fragment STRONG
    : ~['\r\n\u0000]
    ;
