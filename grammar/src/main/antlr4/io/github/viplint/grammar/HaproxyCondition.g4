/*
 * What stands behind .if and .elif in a haproxy.cfg of 2.4 and later, as cfg_parse_cond_expr() of
 * haproxy's src/cfgcond.c reads it. Blanks count in arguments only.
 */
grammar HaproxyCondition;

condition
    : expression? EOF
    ;

expression
    : conjunction ( OR conjunction )*
    ;

conjunction
    : term ( AND term )*
    ;

term
    : NOT term
    | NUMBER
    | predicate
    | OPEN expression CLOSE
    ;

predicate
    : NAME ( OPEN arguments CLOSE )?
    ;

arguments
    : ( NAME | NUMBER | NOT | OR | AND | COMMA | OTHER )*
    ;

OR
    : '||'
    ;

AND
    : '&&'
    ;

NOT
    : '!'
    ;

OPEN
    : '('
    ;

CLOSE
    : ')'
    ;

COMMA
    : ','
    ;

NUMBER
    : '-'? [0-9]+
    ;

NAME
    : [A-Za-z_] [A-Za-z0-9_]*
    ;

BLANK
    : [ \t]+ -> channel(HIDDEN)
    ;

OTHER
    : .
    ;
