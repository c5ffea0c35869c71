/*
 * Lines of systemctl status: the head of a unit, its fields, and the values of the fields that
 * matter.
 */
grammar SystemctlStatus;

line
    : (field | head) EOF
    ;

/* "● haproxy.service - HAProxy Load Balancer", with or without glyph and description */
head
    : GLYPH? WORD ~BLANK*
    ;

field
    : LABEL ~BLANK*
    ;

/* "failed (Result: exit-code) since Wed 2021-08-04 14:05:26 UTC; 7min ago" */
active
    : WORD GROUP* since? EOF
    ;

since
    : WORD weekday=WORD date=DATE clock=CLOCK zone=WORD? (SEMICOLON ~BLANK*)?
    ;

/* "777 ExecStartPre=/bin/mkdir -p /var/log (code=exited, status=0/SUCCESS)" and "854 (haproxy)" */
process
    : NUMBER ~BLANK* EOF
    ;

LABEL
    : [A-Za-z] [A-Za-z.-]* (' ' [A-Z] [A-Za-z]*)? ':'
    ;

GLYPH
    : [●○◌×↻↺✗*]
    ;

GROUP
    : '(' ~[()\r\n]* ')'
    ;

DATE
    : D D D D '-' D D '-' D D
    ;

CLOCK
    : D D ':' D D ':' D D ('.' D+)?
    ;

/* no number is longer; what is, is a word */
NUMBER
    : D (D (D (D (D (D (D (D (D D?)?)?)?)?)?)?)?)?
    ;

SEMICOLON
    : ';'
    ;

WORD
    : ~[ \t\r\n;]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;

fragment D
    : [0-9]
    ;
