/**
 * Ports on which servers listen, by custom (IANA registrations): tells the responder of a flow whose beginning was not
 * seen. Ports below 1024 all count.
 */
const REGISTERED = [
  1080, 1194, 1352, 1433, 1434, 1494, 1521, 1701, 1723, 1812, 1813, 1883, 2000, 2049, 2055, 2082, 2083, 2152, 2404,
  2598, 3000, 3128, 3260, 3268, 3269, 3306, 3389, 3478, 3544, 4172, 4500, 4739, 4786, 4789, 5000, 5060, 5061, 5222,
  5223, 5269, 5353, 5355, 5432, 5500, 5601, 5631, 5666, 5671, 5672, 5684, 5900, 5938, 5985, 5986, 6000, 6081, 6343,
  6379, 6443, 6514, 6568, 6667, 7070, 8000, 8008, 8080, 8081, 8086, 8088, 8090, 8140, 8443, 8530, 8531, 8883, 8888,
  9000, 9090, 9092, 9100, 9200, 9300, 9389, 9418, 9443, 9996, 10050, 10051, 11211, 20000, 22443, 27017, 44818, 47808,
  50051, 51820,
];

const known = new Uint8Array(65_536);
for (let port = 1; port < 1024; port++) known[port] = 1;
for (const port of REGISTERED) known[port] = 1;

/** Ports that answer "is this a service?": the customary ones and those of the topology's conduits. */
export class ServicePorts {
  readonly #known = known.slice();

  constructor(declared: Iterable<number> = []) {
    for (const port of declared) this.#known[port] = 1;
  }

  has(port: number): boolean {
    return this.#known[port] === 1;
  }
}
