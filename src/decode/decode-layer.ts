import type { Frame } from './frame.js';
import { LAYER } from './layer.js';
import { decodeArcnet } from './link/arcnet.js';
import { decodeCiscoHdlc } from './link/cisco-hdlc.js';
import { decodeErf } from './link/erf.js';
import { followEtherType } from './link/ether-type.js';
import { decodeEthernet } from './link/ethernet.js';
import { decodeFrameRelay } from './link/frame-relay.js';
import { decodeIeee80211, decodeIeee80211Swapped } from './link/ieee80211.js';
import { decodeIsl } from './link/isl.js';
import { decodeJuniperEthernet } from './link/juniper.js';
import { followLinkType } from './link/link-type.js';
import { decodeLinuxCooked, decodeLinuxCooked2 } from './link/linux-cooked.js';
import { decodeLlc } from './link/llc.js';
import { decodeLoopback } from './link/loopback.js';
import { decodeMPacket } from './link/m-packet.js';
import { decodeNflog } from './link/nflog.js';
import { decodeNlpid } from './link/nlpid.js';
import { decodePktap } from './link/pktap.js';
import { decodePppHdlc, decodePppProtocol } from './link/ppp.js';
import { decodeIpnet, decodeIpOver1394, decodeIpOverInfiniband, decodeSunAtm } from './link/pseudo-header.js';
import { decodeRadiotap } from './link/radiotap.js';
import { decodeSnap } from './link/snap.js';
import { decodeBroadcomTag, decodeBroadcomTagFirst, decodeDsa, decodeEdsa } from './link/switch-tag.js';
import { decodeFddi, decodeTokenRing } from './link/token-ring.js';
import { decodeAvs, decodePpi, decodePrism } from './link/wireless-header.js';
import { decodeIp } from './network/ip.js';
import { decodeIpv4 } from './network/ipv4.js';
import { decodeIpv6 } from './network/ipv6.js';
import { followProtocol } from './network/protocol.js';
import {
  decodeCiscoMetadata,
  decodeEtag,
  decodeFabricPath,
  decodePbb,
  decodeTrill,
  decodeVntag,
} from './tag/fabric-tag.js';
import { decodeMacsec } from './tag/macsec.js';
import { decodeMpls } from './tag/mpls.js';
import { decodeNsh } from './tag/nsh.js';
import { decodePppoe } from './tag/pppoe.js';
import { decodeVlan } from './tag/vlan.js';
import { decodeCapwap } from './tunnel/capwap.js';
import { decodeErspan } from './tunnel/erspan.js';
import { decodeGeneve } from './tunnel/geneve.js';
import { decodeGre } from './tunnel/gre.js';
import { decodeGtpu } from './tunnel/gtpu.js';
import { decodeL2tp } from './tunnel/l2tp.js';
import { decodeAyiya, decodeEtherip, decodeHpErm, decodeLisp } from './tunnel/small-tunnel.js';
import { decodeTeredo } from './tunnel/teredo.js';
import { decodeTzsp } from './tunnel/tzsp.js';
import { decodeVxlan, decodeVxlanGpe } from './tunnel/vxlan.js';

/** One header of the frame; answers which one comes next. */
export function decodeLayer(frame: Frame, layer: number): number {
  switch (layer) {
    case LAYER.etherType:
      return followEtherType(frame);
    case LAYER.ip:
      return decodeIp(frame);
    case LAYER.ipv4:
      return decodeIpv4(frame);
    case LAYER.ipv6:
      return decodeIpv6(frame);
    case LAYER.protocol:
      return followProtocol(frame);
    case LAYER.vlan:
      return decodeVlan(frame);
    case LAYER.ethernet:
      return decodeEthernet(frame);
    case LAYER.linkType:
      return followLinkType(frame);
    case LAYER.llc:
      return decodeLlc(frame);
    case LAYER.snap:
      return decodeSnap(frame);
    case LAYER.nlpid:
      return decodeNlpid(frame);
    case LAYER.isl:
      return decodeIsl(frame);
    case LAYER.linuxCooked:
      return decodeLinuxCooked(frame);
    case LAYER.linuxCooked2:
      return decodeLinuxCooked2(frame);
    case LAYER.loopback:
      return decodeLoopback(frame);
    case LAYER.pppHdlc:
      return decodePppHdlc(frame);
    case LAYER.pppProtocol:
      return decodePppProtocol(frame);
    case LAYER.ciscoHdlc:
      return decodeCiscoHdlc(frame);
    case LAYER.frameRelay:
      return decodeFrameRelay(frame);
    case LAYER.ieee80211:
      return decodeIeee80211(frame);
    case LAYER.ieee80211Swapped:
      return decodeIeee80211Swapped(frame);
    case LAYER.radiotap:
      return decodeRadiotap(frame);
    case LAYER.prism:
      return decodePrism(frame);
    case LAYER.avs:
      return decodeAvs(frame);
    case LAYER.ppi:
      return decodePpi(frame);
    case LAYER.nflog:
      return decodeNflog(frame);
    case LAYER.arcnet:
      return decodeArcnet(frame);
    case LAYER.tokenRing:
      return decodeTokenRing(frame);
    case LAYER.fddi:
      return decodeFddi(frame);
    case LAYER.sunAtm:
      return decodeSunAtm(frame);
    case LAYER.ipnet:
      return decodeIpnet(frame);
    case LAYER.ipOverInfiniband:
      return decodeIpOverInfiniband(frame);
    case LAYER.ipOver1394:
      return decodeIpOver1394(frame);
    case LAYER.juniperEthernet:
      return decodeJuniperEthernet(frame);
    case LAYER.pktap:
      return decodePktap(frame);
    case LAYER.mPacket:
      return decodeMPacket(frame);
    case LAYER.dsa:
      return decodeDsa(frame);
    case LAYER.edsa:
      return decodeEdsa(frame);
    case LAYER.broadcomTag:
      return decodeBroadcomTag(frame);
    case LAYER.broadcomTagFirst:
      return decodeBroadcomTagFirst(frame);
    case LAYER.erf:
      return decodeErf(frame);
    case LAYER.mpls:
      return decodeMpls(frame);
    case LAYER.pppoe:
      return decodePppoe(frame);
    case LAYER.macsec:
      return decodeMacsec(frame);
    case LAYER.pbb:
      return decodePbb(frame);
    case LAYER.etag:
      return decodeEtag(frame);
    case LAYER.vntag:
      return decodeVntag(frame);
    case LAYER.fabricPath:
      return decodeFabricPath(frame);
    case LAYER.ciscoMetadata:
      return decodeCiscoMetadata(frame);
    case LAYER.trill:
      return decodeTrill(frame);
    case LAYER.nsh:
      return decodeNsh(frame);
    case LAYER.gre:
      return decodeGre(frame);
    case LAYER.erspan:
      return decodeErspan(frame);
    case LAYER.vxlan:
      return decodeVxlan(frame);
    case LAYER.vxlanGpe:
      return decodeVxlanGpe(frame);
    case LAYER.geneve:
      return decodeGeneve(frame);
    case LAYER.gtpu:
      return decodeGtpu(frame);
    case LAYER.teredo:
      return decodeTeredo(frame);
    case LAYER.l2tp:
      return decodeL2tp(frame);
    case LAYER.etherip:
      return decodeEtherip(frame);
    case LAYER.ayiya:
      return decodeAyiya(frame);
    case LAYER.lisp:
      return decodeLisp(frame);
    case LAYER.capwap:
      return decodeCapwap(frame);
    case LAYER.tzsp:
      return decodeTzsp(frame);
    case LAYER.hpErm:
      return decodeHpErm(frame);
    default:
      return LAYER.done;
  }
}
