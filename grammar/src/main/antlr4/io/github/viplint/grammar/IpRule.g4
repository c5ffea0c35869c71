/*
 * One line of `ip rule show`: a priority, then words. iproute2 4.17 and 4.18 print a blank before a
 * prefix length (`to 172.16.1.0 /24`), so a length may stand apart from its address; a remark in
 * brackets (`iif eth9 [detached]`) belongs to the word before it.
 */
grammar IpRule;

line
    : ( PRIORITY term* )? EOF
    ;

term
    : ( WORD | PRIORITY ) LENGTH? REMARK?
    ;

PRIORITY
    : [0-9]+ ':'
    ;

LENGTH
    : '/' [0-9]+
    ;

REMARK
    : '[' ~[ \t\r\n\]]* ']'
    ;

WORD
    : ~[ \t\r\n]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
