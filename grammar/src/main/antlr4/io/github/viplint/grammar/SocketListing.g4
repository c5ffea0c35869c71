/*
 * One line of `ss`, `netstat` or `lsof -i`: titles of columns, a socket, or the processes of one,
 * where a terminal wrapped them. Of sockets that are not TCP only the first words are looked at.
 */
grammar SocketListing;

line
    : ( ss | netstat | lsof | processes=USERS | other | title )? EOF
    ;

ss
    : TCP? state=STATE NUMBER NUMBER local=word peer=word processes=USERS? word*
    ;

netstat
    : protocol=TCP NUMBER NUMBER local=word peer=word state=STATE word*
    ;

lsof
    : command=word NUMBER user=word descriptor=word family=( IPV4 | IPV6 ) device=word size=word
        node=( TCP | OTHER ) name=word state=word*
    ;

other
    : OTHER word*
    | word NUMBER word word ( FILE | OTHER ) word*
    ;

title
    : TITLE word*
    ;

word
    : TITLE
    | STATE
    | TCP
    | OTHER
    | IPV4
    | IPV6
    | FILE
    | NUMBER
    | USERS
    | WORD
    ;

TITLE
    : 'State'
    | 'Netid'
    | 'Proto'
    | 'Active'
    | 'COMMAND'
    ;

/* ss writes TIME-WAIT, netstat TIME_WAIT. */
STATE
    : 'LISTEN'
    | 'UNCONN'
    | 'ESTAB'
    | 'ESTABLISHED'
    | 'SYN' [-_] ( 'SENT' | 'RECV' )
    | 'FIN' [-_] 'WAIT' [-_]? [12]
    | 'TIME' [-_] 'WAIT'
    | 'CLOSE' ( [-_] 'WAIT' )?
    | 'LAST' [-_] 'ACK'
    | 'CLOSING'
    ;

TCP
    : 'tcp'
    | 'tcp6'
    | 'TCP'
    ;

OTHER
    : 'udp'
    | 'udp6'
    | 'UDP'
    | 'udplite'
    | 'udplite6'
    | 'raw'
    | 'raw6'
    | 'icmp6'
    | 'ICMP'
    | 'ICMPV6'
    | 'mptcp'
    | 'sctp'
    | 'dccp'
    | 'unix'
    | 'u_str'
    | 'u_seq'
    | 'u_dgr'
    | 'nl'
    | 'p_raw'
    | 'p_dgr'
    | 'v_str'
    | 'v_dgr'
    | 'tipc'
    | 'xdp'
    ;

IPV4
    : 'IPv4'
    ;

IPV6
    : 'IPv6'
    ;

/* What lsof without -i lists beside sockets of the network. */
FILE
    : 'REG'
    | 'DIR'
    | 'CHR'
    | 'BLK'
    | 'FIFO'
    | 'LINK'
    | 'sock'
    | 'pack'
    | 'netlink'
    | 'a_inode'
    ;

NUMBER
    : [0-9]+
    ;

/* A program's name may hold blanks. */
USERS
    : 'users:((' ~[\r\n]*? '))'
    ;

WORD
    : ~[ \t\r\n]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
