/*
 * One line of `ip addr show`: the head of an interface (`2: eth0: <UP> mtu 1500`, with `-o`
 * `2: eth0    inet …`) or words about it. With `-o` a backslash stands between what are several lines
 * else.
 */
grammar IpAddr;

line
    : ( head | detail ) ( BREAK part )* EOF
    ;

head
    : INDEX name ( ( FLAGS | plain ) part )?
    ;

name
    : NAME
    | WORD
    ;

detail
    : ( ( WORD | NAME | FLAGS ) part )?
    ;

part
    : ( plain | FLAGS )*
    ;

plain
    : WORD
    | NAME
    | INDEX
    ;

INDEX
    : [0-9]+ ':'
    ;

FLAGS
    : '<' ~[ \t\r\n<>]* '>'
    ;

BREAK
    : '\\'
    ;

NAME
    : ~[ \t\r\n\\<>]+ ':'
    ;

WORD
    : ~[ \t\r\n\\]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
