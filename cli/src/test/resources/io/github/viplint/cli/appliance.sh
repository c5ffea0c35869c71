# Re-enacts one appliance on the kernel, iproute2 and haproxy of this machine, from its networks to
# its listeners, and prints what a person would then capture there.
#
#   bash appliance.sh LAB     in network, mount and process namespaces of its own
#
# LAB is a folder:
#   devices               a line to each interface: name, MAC, address/prefix, gateway
#   route-tables.cfg, anyip-routes.cfg, haproxy.cfg, and perhaps workload-networks.cfg
#   vips                  addresses and ports that clients use
#   restarts              how often route-tables is started again
# and gets a file `facts`: what the services did, for a test to compare.
set -uf
cd "$1" || exit
facts=$PWD/facts
rt_tables=/etc/iproute2/rt_tables

mount -t tmpfs none /run && mount -t tmpfs none /etc/haproxy || exit
cp haproxy.cfg /etc/haproxy/
printf '%s\n' '#' '255	local' '254	main' '253	default' '0	unspec' '#' > rt_tables
mount --bind rt_tables $rt_tables || exit

# The other end of each cable: one machine that is the gateway of every network.
ip netns add outside
ip link set lo up
ip -n outside link set lo up
while read -r name mac cidr gateway; do
  ip link add "$name" address "$mac" type veth peer name "$name" netns outside
  ip link set "$name" up
  ip -n outside link set "$name" up
  ip addr add "$cidr" brd + dev "$name"
  ip -n outside addr add "$gateway/${cidr#*/}" brd + dev "$name"
  if [ "$name" = management ]; then ip route add default via "$gateway" dev "$name" proto static; fi
done < devices

# --- route-tables.service: any failure ends it, five tries, rules are never taken back

# The network of an address with prefix length, as strict about form as Python is.
network() {
  local address=${1%/*} length=32 octets octet number=0 mask
  if [[ $1 == */* ]]; then length=${1#*/}; fi
  [[ $length =~ ^[0-9]+$ && $length -le 32 && $address =~ ^[0-9]+(\.[0-9]+){3}$ ]] || return 1
  IFS=. read -ra octets <<< "$address"
  for octet in "${octets[@]}"; do
    [[ $octet =~ ^(0|[1-9][0-9]{0,2})$ && $octet -le 255 ]] || return 1
    number=$((number << 8 | octet))
  done
  mask=$((0xffffffff << (32 - length) & 0xffffffff))
  number=$((number & mask))
  echo "$((number >> 24)).$((number >> 16 & 255)).$((number >> 8 & 255)).$((number & 255))/$length"
}

tables_down() {
  local line name route
  while IFS= read -r line; do
    if [[ $line == *rtctl_* ]]; then
      read -r _ name <<< "$line"
      while IFS= read -r route; do
        ip route del table "$name" $route || return
      done < <(ip route show table "$name" 2> /dev/null)
    fi
  done < $rt_tables
  grep -v rtctl_ $rt_tables > kept
  cat kept > $rt_tables
}

tables_up() {
  local word line field device network
  tables_down || return
  for word in $(grep -E '^\w' route-tables.cfg); do
    IFS=, read -ra field <<< "$word"
    [ ${#field[@]} -ge 2 ] || return 1
    printf '%d\t%s\n' "${field[0]}" "rtctl_${field[1]}" >> $rt_tables || return
  done
  if [ -f workload-networks.cfg ]; then
    while IFS= read -r line; do
      if [ -z "$line" ] || [ "${line::1}" = '#' ]; then continue; fi
      ip rule add to $line lookup rtctl_workload || return
    done < workload-networks.cfg
  fi
  while IFS= read -r line; do
    if [ -z "$line" ] || [ "${line::1}" = '#' ]; then continue; fi
    IFS=, read -ra field <<< "$line"
    [ ${#field[@]} -ge 4 ] || return 1
    device=$(ip -o link | grep -iE "${field[2]}" | sed 's/^[0-9]*: \([^:@]*\).*/\1/')
    if [ ${#field[@]} -eq 5 ] && [ -n "${field[4]}" ]; then
      ip route add table rtctl_${field[1]} default via ${field[4]} dev $device proto static || return
      ip rule add from ${field[3]} lookup rtctl_${field[1]} || return
    else
      network=$(network "${field[3]}") || return
      ip route add table rtctl_${field[1]} $network dev $device proto kernel scope link \
        src ${field[3]%/*} || return
    fi
  done < route-tables.cfg
}

route_tables() {
  local try
  for try in 1 2 3 4 5; do
    if tables_up; then
      echo route-tables started >> "$facts"
      return
    fi
    tables_down
  done
  echo route-tables failed >> "$facts"
}

# --- anyip-routes.service: the first failure ends it, and takes back every range of the file

is_active() { ip route show table local | grep -qF "local ${1%/32} dev lo scope host"; }
is_range() { [ -n "$1" ] && [ "${1::1}" != '#' ]; }

anyip_routes() {
  local line number=0 failed=
  while IFS= read -r line; do
    number=$((number + 1))
    if ! is_range "$line"; then continue
    elif [ "$failed" ]; then echo "anyip $number not-reached"
    elif is_active "$line"; then echo "anyip $number exists"
    elif ip route add local "$line" dev lo 2> refused; then echo "anyip $number added"
    else
      failed=yes
      echo "anyip $number rejected"
    fi
  done < anyip-routes.cfg >> "$facts"
  if is_range "$line"; then echo "anyip $((number + 1)) unread" >> "$facts"; fi
  if [ "$failed" ]; then
    while IFS= read -r line; do
      if is_range "$line" && is_active "$line"; then ip route del table local "$line" dev lo; fi
    done < anyip-routes.cfg
  fi
}

{
  route_tables
  for again in $(seq "$(cat restarts)"); do
    tables_down
    route_tables
  done
} > /dev/null 2>&1
anyip_routes

# --- what a person captures

prompt='root@lb1 [ ~ ]# '
run() {
  echo "$prompt$*"
  "$@" 2>&1
}
show() {
  echo "${prompt}cat $1"
  if [ -n "${2-}" ]; then cat "$2"; else cat "$1"; fi
}

show /etc/vmware/route-tables.cfg route-tables.cfg
if [ -f workload-networks.cfg ]; then
  show /etc/vmware/workload-networks.cfg workload-networks.cfg
fi
show /etc/vmware/anyip-routes.cfg anyip-routes.cfg
show /etc/iproute2/rt_tables
show /etc/haproxy/haproxy.cfg
run ip rule show
run ip route
run ip route show table all
run ip route show table local
run ip addr
run ip -o addr
run ip -br addr
run haproxy -c -f /etc/haproxy/haproxy.cfg
echo "haproxy-check $?" >> "$facts"
run timeout 10 haproxy -D -f /etc/haproxy/haproxy.cfg
haproxy=$?
echo "haproxy $haproxy" >> "$facts"
while read -r address port; do
  route=$(ip route get "$address" 2>&1)
  if [[ $route == local* ]]; then echo "local $address"; else echo "not-local $address"; fi
  # A client on the other side: through ARP, the range, the listener, and the policy routes back.
  if [ $haproxy = 0 ] &&
    nsenter --net=/run/netns/outside timeout 1 bash -c ": < /dev/tcp/$address/$port" 2> refused
  then echo "served $address $port"
  else echo "not-served $address $port"
  fi
done < vips >> "$facts"
read -r address port < vips
run ip route get "$address"
while read -r name mac cidr gateway; do
  run ip route get "$gateway"
  if [[ $(ip route get "$gateway") == local* ]]; then echo "gateway-taken $gateway" >> "$facts"; fi
  run ping -c 1 -W 1 -I "$name" "$gateway"
done < devices
for table in $(sed -n 's/.*rtctl_/rtctl_/p' $rt_tables | sort -u); do
  echo "table $table"
  if [ -n "$(ip route show table "$table" default)" ]; then echo "default $table"; fi
done >> "$facts" 2> refused
ip -4 route show table local type local dev lo | grep -v '^local 127\.' | while read -r _ range _; do
  echo "active $range"
done >> "$facts"
echo "$prompt"
