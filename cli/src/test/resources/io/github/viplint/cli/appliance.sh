# Re-enacts one appliance on the kernel, iproute2 and haproxy of this machine, from its networks to
# its listeners, and prints what a person would then capture there.
#
#   bash appliance.sh LAB     in network, mount and process namespaces of its own, with services.sh
#                             beside it
#
# LAB is a folder:
#   devices               a line to each interface: name, MAC, address/prefix, gateway
#   route-tables.cfg, anyip-routes.cfg, haproxy.cfg, and perhaps workload-networks.cfg
#   vips                  addresses and ports that clients use
#   restarts              how often route-tables is started again
# and gets a file `facts`: what the services did, for a test to compare.
set -u
cd "$1" || exit
facts=$PWD/facts

mount -t tmpfs none /run && mount -t tmpfs none /etc/haproxy || exit
cp haproxy.cfg /etc/haproxy/
printf '%s\n' '#' '255	local' '254	main' '253	default' '0	unspec' '#' > rt_tables
mount --bind rt_tables /etc/iproute2/rt_tables || exit

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

# --- the services, as LiveServices of core starts them

version=v0.2.0
tables() { route_tables; grep -o '^route-tables [a-z]*' notes >> "$facts"; }
{
  . "${0%/*}/services.sh"
  tables
  for again in $(seq "$(cat restarts)"); do
    tables_down
    tables
  done
  : > notes
  anyip_routes
} > /dev/null 2>&1
sed -n '/ignored/d; s/^anyip-routes.cfg \([0-9]* [a-z-]*\).*/anyip \1/p' notes >> "$facts"

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
