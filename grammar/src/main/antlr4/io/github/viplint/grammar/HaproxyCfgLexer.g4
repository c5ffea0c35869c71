/*
 * The words of a haproxy.cfg, as parse_line() of haproxy's src/tools.c takes a line apart. A word is
 * what stands between blanks; quotes open and close inside it, '#' ends the line wherever no quote
 * holds it, and CR or NUL end it everywhere. Variables are known in weak quotes only.
 * The tokens, joined, are the text.
 */
lexer grammar HaproxyCfgLexer;

// ---- outside quotes

/* What means what it says. */
PLAIN
    : ~[ \t\u000B\f\r\n\u0000#"'\\]+
    ;

/* One character that is written as two or four. */
ESCAPE
    : '\\' [ \\#'"nrt]
    | '\\x' HEX HEX
    ;

/* Before any other character a backslash is one itself: regular expressions rely on it. */
BACKSLASH
    : '\\' -> type(PLAIN)
    ;

BAD_HEX
    : '\\x' HEX?
    ;

WEAK_QUOTE
    : '"' -> mode(WEAK)
    ;

STRONG_QUOTE
    : '\'' -> mode(STRONG)
    ;

BLANK
    : [ \t\u000B\f]+
    ;

COMMENT
    : '#' ~[\r\n\u0000]*
    ;

/* Haproxy 2.2 warns and reads what stands before it; later versions refuse the file. */
NUL
    : '\u0000' ~[\n]*
    ;

/* CR and what stands behind it, which haproxy never sees. */
UNSEEN
    : '\r' ~[\n]*
    ;

LF
    : '\n'
    ;

// ---- weak quotes

mode WEAK;

WEAK_PLAIN
    : ~["$\\\r\n\u0000]+ -> type(PLAIN)
    ;

WEAK_ESCAPE
    : ( '\\' [ \\#'"nrt$] | '\\x' HEX HEX ) -> type(ESCAPE)
    ;

WEAK_BACKSLASH
    : '\\' -> type(PLAIN)
    ;

WEAK_BAD_HEX
    : '\\x' HEX? -> type(BAD_HEX)
    ;

VARIABLE
    : '$' NAME
    | '${' NAME '}'
    ;

/* With a value to take where it is not set; from 2.4 on. */
DEFAULTED
    : '${' ANY_NAME '-' ~[}\n\u0000]* '}'
    ;

/* As many words as it holds; from 2.4 on. */
EXPANDED
    : '${' ANY_NAME '[*]' ( '-' ~[}\n\u0000]* )? '}'
    ;

/* Of haproxy's own, not of the environment: ${.LINE}; from 2.4 on. */
PSEUDO
    : '$.' OWN
    | '${.' OWN '}'
    ;

BAD_BRACE
    : '${' ANY_NAME '[*]'? ( '-' ~[}\n\u0000]* )?
    ;

BAD_EXPANSION
    : '${' ANY_NAME '[' '*'?
    ;

BAD_NAME
    : '$' '{'?
    | '$' '{'? '.' LETTER*
    ;

WEAK_CLOSE
    : '"' -> type(WEAK_QUOTE), mode(DEFAULT_MODE)
    ;

WEAK_NUL
    : '\u0000' ~[\n]* -> type(NUL), mode(DEFAULT_MODE)
    ;

WEAK_UNSEEN
    : '\r' ~[\n]* -> type(UNSEEN), mode(DEFAULT_MODE)
    ;

WEAK_LF
    : '\n' -> type(LF), mode(DEFAULT_MODE)
    ;

// ---- strong quotes

mode STRONG;

STRONG_PLAIN
    : ~['\r\n\u0000]+ -> type(PLAIN)
    ;

STRONG_CLOSE
    : '\'' -> type(STRONG_QUOTE), mode(DEFAULT_MODE)
    ;

STRONG_NUL
    : '\u0000' ~[\n]* -> type(NUL), mode(DEFAULT_MODE)
    ;

STRONG_UNSEEN
    : '\r' ~[\n]* -> type(UNSEEN), mode(DEFAULT_MODE)
    ;

STRONG_LF
    : '\n' -> type(LF), mode(DEFAULT_MODE)
    ;

fragment ANY_NAME
    : NAME
    | '.' OWN
    ;

fragment OWN
    : 'FILE'
    | 'LINE'
    | 'SECTION'
    ;

fragment NAME
    : [A-Za-z_] LETTER*
    ;

fragment LETTER
    : [A-Za-z0-9_]
    ;

fragment HEX
    : [0-9A-Fa-f]
    ;
