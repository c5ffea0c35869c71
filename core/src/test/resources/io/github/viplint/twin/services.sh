# The steps of the appliance's two services for routes, on the kernel and iproute2 of this machine.
#
#   . services.sh     where rt_tables names a copy of /etc/iproute2/rt_tables that is mounted over it
#
# Each function reads route-tables.cfg, workload-networks.cfg or anyip-routes.cfg of the working
# directory; `note` gets what became of each line: FILE LINE OUTCOME.

rt_tables=/etc/iproute2/rt_tables
note() { echo "$@" >> notes; }
skipped() { [ -z "$1" ] || [ "${1::1}" = '#' ]; }

# --- route-tables.service: the first failure ends it

# The network of an address with prefix length or mask, as strict about form as Python is.
dotted() {
  local octets octet number=0
  [[ $1 =~ ^[0-9]+(\.[0-9]+){3}$ ]] || return 1
  IFS=. read -ra octets <<< "$1"
  for octet in "${octets[@]}"; do
    [[ $octet =~ ^(0|[1-9][0-9]{0,2})$ && $octet -le 255 ]] || return 1
    number=$((number << 8 | octet))
  done
  echo $number
}
network() {
  local length=32 number mask ones
  number=$(dotted "${1%%/*}") || return 1
  if [[ $1 == */* ]]; then length=${1#*/}; fi
  if [[ $length == *.* ]]; then
    mask=$(dotted "$length") || return 1
    for ((ones = 0; ones <= 32; ones++)); do
      if [ $mask = $((0xffffffff << (32 - ones) & 0xffffffff)) ]; then break; fi
    done
    if [ $ones -gt 32 ]; then
      for ((ones = 0; ones <= 32; ones++)); do
        if [ $mask = $((0xffffffff >> ones)) ]; then break; fi
      done
    fi
    length=$ones
  fi
  [[ $length =~ ^[0-9]+$ && 10#$length -le 32 ]] || return 1
  length=$((10#$length))
  number=$((number & 0xffffffff << (32 - length) & 0xffffffff))
  echo "$((number >> 24)).$((number >> 16 & 255)).$((number >> 8 & 255)).$((number & 255))/$length"
}

# gawk's IGNORECASE, which mawk lacks; the name as far as a blank or @.
device_of() { ip -o link | grep -iE -e "$1" | sed 's/^[0-9]*: \([^:@]*\).*/\1/'; }

own_tables() { grep rtctl_ $rt_tables; }

# v0.2.0: every route of each table that is the service's, no rule.
down_020() {
  local line name route
  while IFS= read -r line; do
    if [[ $line == *rtctl_* ]]; then
      name=$(awk '{ print $2 }' <<< "$line")
      while IFS= read -r route; do
        eval "ip route del table $name $route" || return
      done < <(ip route show table "$name" 2> /dev/null)
    fi
  done < $rt_tables
}

# v0.1.8 to v0.1.10: one of the rules that name the table, its default route, and no other.
down_010() {
  local line name rule patient=true
  if [ $version = v0.1.8 ]; then patient=false; fi
  while IFS= read -r line; do
    if [[ $line == *rtctl_* ]]; then
      name=$(awk '{ print $2 }' <<< "$line")
      rule=$(ip rule | grep -F "$name" | sed 's/^[0-9]*:[[:space:]]//')
      if [ -z "$rule" ]; then $patient || return; fi
      ip rule del $rule || $patient || return
      ip route del table "$name" default || $patient || return
    fi
  done < $rt_tables
}

tables_down() {
  if [ $version = v0.2.0 ]; then down_020 || return; else down_010 || return; fi
  grep -v rtctl_ $rt_tables > kept
  cat kept > $rt_tables
}

# Writes a table's name; printf itself says whether the ID is a number.
name_table() { printf '%d\t%s\n' "$1" "rtctl_$2" >> $rt_tables; }

names_020() {
  local line word field number=0
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    [[ $line =~ ^[[:alnum:]_] ]] || continue
    for word in $line; do
      IFS=, read -ra field <<< "$word"
      if ! { [ ${#field[@]} -ge 2 ] && name_table "${field[0]}" "${field[1]}"; }; then
        note route-tables.cfg $number rejected
        bad=$number
        return 1
      fi
    done
  done < route-tables.cfg
}

networks_020() {
  local line number=0
  [ -f workload-networks.cfg ] || return 0
  while IFS= read -r line; do
    number=$((number + 1))
    if skipped "$line"; then continue; fi
    if ! eval "ip rule add to $line lookup rtctl_workload"; then
      note workload-networks.cfg $number rejected
      return 1
    fi
    note workload-networks.cfg $number added
  done < workload-networks.cfg
  if ! skipped "$line"; then note workload-networks.cfg $((number + 1)) unread; fi
}

# One line of route-tables.cfg.
table_line() {
  local field device network least=4
  if [ $version = v0.1.8 ]; then least=5; fi
  IFS=, read -ra field <<< "$1"
  [ ${#field[@]} -ge $least ] || return 1
  device=$(device_of "${field[2]}")
  if [ $version != v0.2.0 ]; then name_table "${field[0]}" "${field[1]}" || return; fi
  if [ $version = v0.1.8 ] || { [ ${#field[@]} -eq 5 ] && [ -n "${field[4]}" ]; }; then
    if [ $version = v0.2.0 ]; then
      eval "ip route add table rtctl_${field[1]} default via ${field[4]} dev $device proto static" ||
        return
    else
      ip route add table "rtctl_${field[1]}" default via "${field[4]}" dev "$device" proto static ||
        return
    fi
  else
    network=$(network "${field[3]}") || return
    eval "ip route add table rtctl_${field[1]} $network dev $device proto kernel scope link" \
      "src ${field[3]%%/*}" || return
    if [ $version = v0.2.0 ]; then return; fi
  fi
  if [ $version = v0.2.0 ]; then
    eval "ip rule add from ${field[3]} lookup rtctl_${field[1]}" || return
  else
    ip rule add from "${field[3]}" lookup "rtctl_${field[1]}" || return
  fi
}

tables_up() {
  local line number=0
  bad=
  tables_down || return
  if [ $version = v0.2.0 ]; then
    names_020 || return
    networks_020 || return
  fi
  while IFS= read -r line; do
    number=$((number + 1))
    if skipped "$line"; then continue; fi
    if ! table_line "$line"; then
      note route-tables.cfg $number rejected
      return 1
    fi
    note route-tables.cfg $number added
  done < route-tables.cfg
  if ! skipped "$line"; then note route-tables.cfg $((number + 1)) unread; fi
}

# systemd starts a service five times; the notes are those of the first try, or of the one that worked.
route_tables() {
  local try
  for try in 1 2 3 4 5; do
    : > notes
    if tables_up; then
      note route-tables started $try
      return
    fi
    tables_down
    if [ $try = 1 ]; then cp notes first; fi
  done
  cp first notes
  note route-tables failed 5
}

# --- anyip-routes.service: the first failure ends it, and takes back every range of the file

is_active() { ip route show table local | grep -qF "local ${1%/32} dev lo scope host"; }

# Why ip refused a range, from what it printed.
why() {
  case $1 in
    *'Invalid prefix'* | *'Invalid argument'*) echo HOST_BITS ;;
    *'File exists'*) echo FILE_EXISTS ;;
    *'any valid'* | Usage*) echo UNPARSABLE ;;
    *) echo "$1" ;;
  esac
}

anyip_down() {
  local line number=0
  while IFS= read -r line; do
    number=$((number + 1))
    if skipped "$line"; then continue
    elif is_active "$line"; then
      ip route del table local "$line" dev lo
      note anyip-routes.cfg $number taken-back
    else note anyip-routes.cfg $number gone-before; fi
  done < anyip-routes.cfg
}

anyip_routes() {
  local line number=0 failed= out
  while IFS= read -r line; do
    number=$((number + 1))
    if skipped "$line"; then note anyip-routes.cfg $number ignored
    elif [ "$failed" ]; then note anyip-routes.cfg $number not-reached
    elif is_active "$line"; then note anyip-routes.cfg $number exists
    elif out=$(ip route add local "$line" dev lo 2>&1); then note anyip-routes.cfg $number added
    else
      failed=yes
      note anyip-routes.cfg $number rejected "$(why "$out")"
    fi
  done < anyip-routes.cfg
  if [ -n "$line" ]; then
    if skipped "$line"; then note anyip-routes.cfg $((number + 1)) ignored
    elif [ "$failed" ]; then note anyip-routes.cfg $((number + 1)) not-reached
    else note anyip-routes.cfg $((number + 1)) unread; fi
  fi
  if [ "$failed" ]; then anyip_down; fi
}
