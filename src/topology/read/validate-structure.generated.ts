/* eslint-disable */
// @ts-nocheck
// Generated from topology/topology.schema.json by topology/compile-schema.mjs. Do not edit.
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:sansou:topology:1","type":"object","additionalProperties":false,"required":["version","organization","model","zones"],"properties":{"version":{"const":1},"organization":{"$ref":"#/$defs/words"},"model":{"enum":["alpha","alpha-dash","beta","beta-dash"]},"timezone":{"$ref":"#/$defs/words"},"zones":{"type":"object","additionalProperties":false,"required":["mynumber","lgwan","internet"],"properties":{"mynumber":{"$ref":"#/$defs/zone"},"lgwan":{"$ref":"#/$defs/zone"},"internet":{"$ref":"#/$defs/zone"}}},"realms":{"type":"object","additionalProperties":false,"properties":{"lgwan-wan":{"$ref":"#/$defs/realm"},"juki-net":{"$ref":"#/$defs/realm"},"govcloud":{"$ref":"#/$defs/realm"},"security-cloud":{"$ref":"#/$defs/realm"},"public":{"$ref":"#/$defs/realm"},"mgmt":{"$ref":"#/$defs/realm"}}},"otherMembers":{"type":"array","items":{"$ref":"#/$defs/prefix"}},"domains":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$"}},"hosts":{"type":"array","items":{"$ref":"#/$defs/host"}},"gateways":{"type":"array","items":{"$ref":"#/$defs/gateway"}},"conduits":{"type":"array","items":{"$ref":"#/$defs/conduit"}},"capturePoints":{"type":"array","items":{"$ref":"#/$defs/capturePoint"}},"sensors":{"type":"array","items":{"$ref":"#/$defs/words"}},"collectors":{"type":"array","items":{"$ref":"#/$defs/words"}},"badList":{"type":"array","items":{"$ref":"#/$defs/words"}},"audit":{"$ref":"#/$defs/audit"}},"$defs":{"words":{"type":"string","pattern":"\\S"},"prefix":{"type":"string"},"address":{"type":"string"},"mac":{"type":"string","pattern":"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"},"vlan":{"type":"integer","minimum":1,"maximum":4094},"zoneName":{"enum":["mynumber","lgwan","internet"]},"realmName":{"enum":["lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt"]},"areaName":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt"]},"name":{"type":"string","pattern":"^[^\\s/]+$"},"hostReference":{"type":"string","pattern":"^[^\\s/]+(/[^\\s/]+)?$"},"zone":{"type":"object","additionalProperties":false,"required":["segments"],"properties":{"inventory":{"enum":["open","closed"]},"segments":{"type":"array","items":{"$ref":"#/$defs/segment"}}}},"segment":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"vlan":{"$ref":"#/$defs/vlan"},"prefix":{"$ref":"#/$defs/prefix"},"ipv6":{"$ref":"#/$defs/prefix"},"name":{"$ref":"#/$defs/words"},"egressSegment":{"type":"boolean"}}},"realm":{"type":"object","additionalProperties":false,"properties":{"prefixes":{"type":"array","items":{"$ref":"#/$defs/prefix"}},"vlans":{"type":"array","items":{"$ref":"#/$defs/vlan"}}}},"roles":{"type":"array","items":{"$ref":"#/$defs/words"}},"host":{"type":"object","additionalProperties":false,"required":["name","zone"],"properties":{"name":{"$ref":"#/$defs/name"},"zone":{"$ref":"#/$defs/areaName"},"ip":{"type":["string","array"],"items":{"$ref":"#/$defs/address"}},"mac":{"type":["string","array"],"pattern":"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$","items":{"$ref":"#/$defs/mac"}},"roles":{"$ref":"#/$defs/roles"},"ipv6":{"enum":["none","linkLocalOnly","managed"]}}},"gateway":{"type":"object","additionalProperties":false,"required":["name","legs"],"properties":{"name":{"$ref":"#/$defs/name"},"roles":{"type":"array","items":{"enum":["boundary","sanitizer","handover","security-cloud-router","lgwan-router","juki-router","govcloud-router","breakout"]}},"legs":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/leg"}},"mayForward":{"type":["array","string"],"pattern":"^none$","items":{"type":"string"}},"nat":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["inside","outside"],"properties":{"inside":{"$ref":"#/$defs/prefix"},"outside":{"type":"string"}}}},"hostedIn":{"enum":["security-cloud"]}}},"leg":{"type":"object","additionalProperties":false,"required":["zone"],"properties":{"zone":{"$ref":"#/$defs/areaName"},"vlan":{"$ref":"#/$defs/vlan"},"ip":{"$ref":"#/$defs/address"},"ipv6":{"$ref":"#/$defs/address"},"mac":{"$ref":"#/$defs/mac"},"virtualMacs":{"type":"array","items":{"$ref":"#/$defs/mac"}},"egressSegment":{"type":"boolean"}}},"conduitEnd":{"type":"object","additionalProperties":false,"anyOf":[{"required":["hosts"]},{"required":["prefixes"]},{"required":["realm"]},{"required":["zone"]},{"required":["names"]}],"properties":{"hosts":{"type":"array","items":{"$ref":"#/$defs/hostReference"}},"prefixes":{"type":"array","items":{"$ref":"#/$defs/prefix"}},"realm":{"$ref":"#/$defs/realmName"},"zone":{"$ref":"#/$defs/zoneName"},"names":{"type":"array","items":{"$ref":"#/$defs/words"}},"macs":{"type":"array","items":{"$ref":"#/$defs/mac"}}}},"conduit":{"type":"object","additionalProperties":false,"required":["id","kind","from","to","protocol"],"properties":{"id":{"$ref":"#/$defs/name"},"title":{"$ref":"#/$defs/words"},"kind":{"enum":["specified","screenTransfer","mailText","mailSanitized","fileRebuild","fileVerify","dataExport","designatedCloud","counterpart","egress","log","preLeg"]},"from":{"$ref":"#/$defs/conduitEnd"},"to":{"$ref":"#/$defs/conduitEnd"},"protocol":{"enum":["tcp","udp","icmp","any"]},"ports":{"type":"array","minItems":1,"items":{"type":["integer","string"],"minimum":1,"maximum":65535,"pattern":"^[0-9]{1,5}(-[0-9]{1,5})?$"}},"appProtocol":{"$ref":"#/$defs/words"},"initiator":{"enum":["from","to","either"]},"via":{"type":"array","items":{"$ref":"#/$defs/name"}},"proxyMode":{"enum":["explicit","transparent"]},"limits":{"type":"object","additionalProperties":false,"properties":{"maxBytesPerDay":{"type":"integer","minimum":1},"maxBytesPerSession":{"type":"integer","minimum":1},"hours":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}}},"approval":{"type":"object","additionalProperties":false,"properties":{"number":{"type":["string","integer"]},"by":{"$ref":"#/$defs/words"},"date":{"$ref":"#/$defs/date"},"validUntil":{"$ref":"#/$defs/date"}}},"basis":{"$ref":"#/$defs/words"}}},"date":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"capturePoint":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[^\\s=]+$"},"vlans":{"type":"array","items":{"$ref":"#/$defs/vlan"}},"tagging":{"enum":["tagged","untagged","mixed"]},"mirror":{"enum":["rx","tx","both"]},"transport":{"enum":["none","erspan","vxlan","gre","vlan"]},"match":{"type":"object","additionalProperties":false,"properties":{"file":{"$ref":"#/$defs/words"},"interface":{"$ref":"#/$defs/words"}}}}},"audit":{"type":"object","additionalProperties":false,"properties":{"purpose":{"$ref":"#/$defs/words"},"standard":{"$ref":"#/$defs/words"},"period":{"type":["string","object"],"additionalProperties":false,"properties":{"from":{"$ref":"#/$defs/date"},"to":{"$ref":"#/$defs/date"}}},"tester":{"type":["string","array"],"items":{"$ref":"#/$defs/words"}},"organization":{"$ref":"#/$defs/words"},"independence":{"$ref":"#/$defs/words"},"qualification":{"$ref":"#/$defs/words"},"approver":{"$ref":"#/$defs/words"},"exclusions":{"type":"array","items":{"$ref":"#/$defs/words"}},"remarks":{"$ref":"#/$defs/words"}}}}};
const schema32 = {"type":"string","pattern":"\\S"};
const schema37 = {"type":"string"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("\\S", "u");
const pattern7 = new RegExp("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$", "u");
const schema34 = {"type":"object","additionalProperties":false,"required":["segments"],"properties":{"inventory":{"enum":["open","closed"]},"segments":{"type":"array","items":{"$ref":"#/$defs/segment"}}}};
const schema35 = {"type":"object","additionalProperties":false,"minProperties":1,"properties":{"vlan":{"$ref":"#/$defs/vlan"},"prefix":{"$ref":"#/$defs/prefix"},"ipv6":{"$ref":"#/$defs/prefix"},"name":{"$ref":"#/$defs/words"},"egressSegment":{"type":"boolean"}}};
const schema36 = {"type":"integer","minimum":1,"maximum":4094};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "vlan") || (key0 === "prefix")) || (key0 === "ipv6")) || (key0 === "name")) || (key0 === "egressSegment"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.vlan !== undefined){
let data0 = data.vlan;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/vlan",schemaPath:"#/$defs/vlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.type,parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4094 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/vlan",schemaPath:"#/$defs/vlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/vlan",schemaPath:"#/$defs/vlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.prefix !== undefined){
let data1 = data.prefix;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/prefix",schemaPath:"#/$defs/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.ipv6 !== undefined){
let data2 = data.ipv6;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/ipv6",schemaPath:"#/$defs/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.egressSegment !== undefined){
let data4 = data.egressSegment;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/egressSegment",schemaPath:"#/properties/egressSegment/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema35.properties.egressSegment.type,parentSchema:schema35.properties.egressSegment,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.segments === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "segments"},message:"must have required property '"+"segments"+"'",schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "inventory") || (key0 === "segments"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.inventory !== undefined){
let data0 = data.inventory;
if(!((data0 === "open") || (data0 === "closed"))){
const err2 = {instancePath:instancePath+"/inventory",schemaPath:"#/properties/inventory/enum",keyword:"enum",params:{allowedValues: schema34.properties.inventory.enum},message:"must be equal to one of the allowed values",schema:schema34.properties.inventory.enum,parentSchema:schema34.properties.inventory,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.segments !== undefined){
let data1 = data.segments;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data1[i0], {instancePath:instancePath+"/segments/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.segments.type,parentSchema:schema34.properties.segments,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema40 = {"type":"object","additionalProperties":false,"properties":{"prefixes":{"type":"array","items":{"$ref":"#/$defs/prefix"}},"vlans":{"type":"array","items":{"$ref":"#/$defs/vlan"}}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "prefixes") || (key0 === "vlans"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.prefixes !== undefined){
let data0 = data.prefixes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/prefixes/" + i0,schemaPath:"#/$defs/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/prefixes",schemaPath:"#/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.prefixes.type,parentSchema:schema40.properties.prefixes,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vlans !== undefined){
let data2 = data.vlans;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err3 = {instancePath:instancePath+"/vlans/" + i1,schemaPath:"#/$defs/vlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.type,parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 4094 || isNaN(data3)){
const err4 = {instancePath:instancePath+"/vlans/" + i1,schemaPath:"#/$defs/vlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err5 = {instancePath:instancePath+"/vlans/" + i1,schemaPath:"#/$defs/vlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/vlans",schemaPath:"#/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.vlans.type,parentSchema:schema40.properties.vlans,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema44 = {"type":"object","additionalProperties":false,"required":["name","zone"],"properties":{"name":{"$ref":"#/$defs/name"},"zone":{"$ref":"#/$defs/areaName"},"ip":{"type":["string","array"],"items":{"$ref":"#/$defs/address"}},"mac":{"type":["string","array"],"pattern":"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$","items":{"$ref":"#/$defs/mac"}},"roles":{"$ref":"#/$defs/roles"},"ipv6":{"enum":["none","linkLocalOnly","managed"]}}};
const schema45 = {"type":"string","pattern":"^[^\\s/]+$"};
const schema46 = {"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt"]};
const schema47 = {"type":"string"};
const schema48 = {"type":"string","pattern":"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"};
const pattern8 = new RegExp("^[^\\s/]+$", "u");
const pattern9 = new RegExp("^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$", "u");
const schema49 = {"type":"array","items":{"$ref":"#/$defs/words"}};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate35.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}
validate35.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.zone === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"},message:"must have required property '"+"zone"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "zone")) || (key0 === "ip")) || (key0 === "mac")) || (key0 === "roles")) || (key0 === "ipv6"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+$"},message:"must match pattern \""+"^[^\\s/]+$"+"\"",schema:"^[^\\s/]+$",parentSchema:schema45,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.type,parentSchema:schema45,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.zone !== undefined){
let data1 = data.zone;
if(!(((((((((data1 === "mynumber") || (data1 === "lgwan")) || (data1 === "internet")) || (data1 === "lgwan-wan")) || (data1 === "juki-net")) || (data1 === "govcloud")) || (data1 === "security-cloud")) || (data1 === "public")) || (data1 === "mgmt"))){
const err5 = {instancePath:instancePath+"/zone",schemaPath:"#/$defs/areaName/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values",schema:schema46.enum,parentSchema:schema46,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.ip !== undefined){
let data2 = data.ip;
if((typeof data2 !== "string") && (!(Array.isArray(data2)))){
const err6 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/type",keyword:"type",params:{type: schema44.properties.ip.type},message:"must be string,array",schema:schema44.properties.ip.type,parentSchema:schema44.properties.ip,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/ip/" + i0,schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data.mac !== undefined){
let data4 = data.mac;
if((typeof data4 !== "string") && (!(Array.isArray(data4)))){
const err8 = {instancePath:instancePath+"/mac",schemaPath:"#/properties/mac/type",keyword:"type",params:{type: schema44.properties.mac.type},message:"must be string,array",schema:schema44.properties.mac.type,parentSchema:schema44.properties.mac,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
const err9 = {instancePath:instancePath+"/mac",schemaPath:"#/properties/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"+"\"",schema:"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$",parentSchema:schema44.properties.mac,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 === "string"){
if(!pattern9.test(data5)){
const err10 = {instancePath:instancePath+"/mac/" + i1,schemaPath:"#/$defs/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"+"\"",schema:"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$",parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/mac/" + i1,schemaPath:"#/$defs/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.roles !== undefined){
if(!(validate35(data.roles, {instancePath:instancePath+"/roles",parentData:data,parentDataProperty:"roles",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.ipv6 !== undefined){
let data7 = data.ipv6;
if(!(((data7 === "none") || (data7 === "linkLocalOnly")) || (data7 === "managed"))){
const err12 = {instancePath:instancePath+"/ipv6",schemaPath:"#/properties/ipv6/enum",keyword:"enum",params:{allowedValues: schema44.properties.ipv6.enum},message:"must be equal to one of the allowed values",schema:schema44.properties.ipv6.enum,parentSchema:schema44.properties.ipv6,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema51 = {"type":"object","additionalProperties":false,"required":["name","legs"],"properties":{"name":{"$ref":"#/$defs/name"},"roles":{"type":"array","items":{"enum":["boundary","sanitizer","handover","security-cloud-router","lgwan-router","juki-router","govcloud-router","breakout"]}},"legs":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/leg"}},"mayForward":{"type":["array","string"],"pattern":"^none$","items":{"type":"string"}},"nat":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["inside","outside"],"properties":{"inside":{"$ref":"#/$defs/prefix"},"outside":{"type":"string"}}}},"hostedIn":{"enum":["security-cloud"]}}};
const pattern15 = new RegExp("^none$", "u");
const schema53 = {"type":"object","additionalProperties":false,"required":["zone"],"properties":{"zone":{"$ref":"#/$defs/areaName"},"vlan":{"$ref":"#/$defs/vlan"},"ip":{"$ref":"#/$defs/address"},"ipv6":{"$ref":"#/$defs/address"},"mac":{"$ref":"#/$defs/mac"},"virtualMacs":{"type":"array","items":{"$ref":"#/$defs/mac"}},"egressSegment":{"type":"boolean"}}};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate39.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zone === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"},message:"must have required property '"+"zone"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "zone") || (key0 === "vlan")) || (key0 === "ip")) || (key0 === "ipv6")) || (key0 === "mac")) || (key0 === "virtualMacs")) || (key0 === "egressSegment"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.zone !== undefined){
let data0 = data.zone;
if(!(((((((((data0 === "mynumber") || (data0 === "lgwan")) || (data0 === "internet")) || (data0 === "lgwan-wan")) || (data0 === "juki-net")) || (data0 === "govcloud")) || (data0 === "security-cloud")) || (data0 === "public")) || (data0 === "mgmt"))){
const err2 = {instancePath:instancePath+"/zone",schemaPath:"#/$defs/areaName/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values",schema:schema46.enum,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vlan !== undefined){
let data1 = data.vlan;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/vlan",schemaPath:"#/$defs/vlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4094 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/vlan",schemaPath:"#/$defs/vlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/vlan",schemaPath:"#/$defs/vlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.ip !== undefined){
let data2 = data.ip;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/ip",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.ipv6 !== undefined){
let data3 = data.ipv6;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/ipv6",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.mac !== undefined){
let data4 = data.mac;
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
const err8 = {instancePath:instancePath+"/mac",schemaPath:"#/$defs/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"+"\"",schema:"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$",parentSchema:schema48,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/mac",schemaPath:"#/$defs/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.virtualMacs !== undefined){
let data5 = data.virtualMacs;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(!pattern9.test(data6)){
const err10 = {instancePath:instancePath+"/virtualMacs/" + i0,schemaPath:"#/$defs/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"+"\"",schema:"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$",parentSchema:schema48,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/virtualMacs/" + i0,schemaPath:"#/$defs/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/virtualMacs",schemaPath:"#/properties/virtualMacs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema53.properties.virtualMacs.type,parentSchema:schema53.properties.virtualMacs,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.egressSegment !== undefined){
let data7 = data.egressSegment;
if(typeof data7 !== "boolean"){
const err13 = {instancePath:instancePath+"/egressSegment",schemaPath:"#/properties/egressSegment/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema53.properties.egressSegment.type,parentSchema:schema53.properties.egressSegment,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}
validate39.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.legs === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "legs"},message:"must have required property '"+"legs"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "roles")) || (key0 === "legs")) || (key0 === "mayForward")) || (key0 === "nat")) || (key0 === "hostedIn"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+$"},message:"must match pattern \""+"^[^\\s/]+$"+"\"",schema:"^[^\\s/]+$",parentSchema:schema45,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.type,parentSchema:schema45,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.roles !== undefined){
let data1 = data.roles;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(!((((((((data2 === "boundary") || (data2 === "sanitizer")) || (data2 === "handover")) || (data2 === "security-cloud-router")) || (data2 === "lgwan-router")) || (data2 === "juki-router")) || (data2 === "govcloud-router")) || (data2 === "breakout"))){
const err5 = {instancePath:instancePath+"/roles/" + i0,schemaPath:"#/properties/roles/items/enum",keyword:"enum",params:{allowedValues: schema51.properties.roles.items.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.roles.items.enum,parentSchema:schema51.properties.roles.items,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.roles.type,parentSchema:schema51.properties.roles,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.legs !== undefined){
let data3 = data.legs;
if(Array.isArray(data3)){
if(data3.length < 1){
const err7 = {instancePath:instancePath+"/legs",schemaPath:"#/properties/legs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema51.properties.legs,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate39(data3[i1], {instancePath:instancePath+"/legs/" + i1,parentData:data3,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/legs",schemaPath:"#/properties/legs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.legs.type,parentSchema:schema51.properties.legs,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.mayForward !== undefined){
let data5 = data.mayForward;
if((!(Array.isArray(data5))) && (typeof data5 !== "string")){
const err9 = {instancePath:instancePath+"/mayForward",schemaPath:"#/properties/mayForward/type",keyword:"type",params:{type: schema51.properties.mayForward.type},message:"must be array,string",schema:schema51.properties.mayForward.type,parentSchema:schema51.properties.mayForward,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern15.test(data5)){
const err10 = {instancePath:instancePath+"/mayForward",schemaPath:"#/properties/mayForward/pattern",keyword:"pattern",params:{pattern: "^none$"},message:"must match pattern \""+"^none$"+"\"",schema:"^none$",parentSchema:schema51.properties.mayForward,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/mayForward/" + i2,schemaPath:"#/properties/mayForward/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.mayForward.items.type,parentSchema:schema51.properties.mayForward.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.nat !== undefined){
let data7 = data.nat;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
let data8 = data7[i3];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.inside === undefined){
const err12 = {instancePath:instancePath+"/nat/" + i3,schemaPath:"#/properties/nat/items/required",keyword:"required",params:{missingProperty: "inside"},message:"must have required property '"+"inside"+"'",schema:schema51.properties.nat.items.required,parentSchema:schema51.properties.nat.items,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data8.outside === undefined){
const err13 = {instancePath:instancePath+"/nat/" + i3,schemaPath:"#/properties/nat/items/required",keyword:"required",params:{missingProperty: "outside"},message:"must have required property '"+"outside"+"'",schema:schema51.properties.nat.items.required,parentSchema:schema51.properties.nat.items,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key1 in data8){
if(!((key1 === "inside") || (key1 === "outside"))){
const err14 = {instancePath:instancePath+"/nat/" + i3,schemaPath:"#/properties/nat/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema51.properties.nat.items,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.inside !== undefined){
let data9 = data8.inside;
if(typeof data9 !== "string"){
const err15 = {instancePath:instancePath+"/nat/" + i3+"/inside",schemaPath:"#/$defs/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data8.outside !== undefined){
let data10 = data8.outside;
if(typeof data10 !== "string"){
const err16 = {instancePath:instancePath+"/nat/" + i3+"/outside",schemaPath:"#/properties/nat/items/properties/outside/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.nat.items.properties.outside.type,parentSchema:schema51.properties.nat.items.properties.outside,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/nat/" + i3,schemaPath:"#/properties/nat/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.nat.items.type,parentSchema:schema51.properties.nat.items,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/nat",schemaPath:"#/properties/nat/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.nat.type,parentSchema:schema51.properties.nat,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.hostedIn !== undefined){
let data11 = data.hostedIn;
if(!(data11 === "security-cloud")){
const err19 = {instancePath:instancePath+"/hostedIn",schemaPath:"#/properties/hostedIn/enum",keyword:"enum",params:{allowedValues: schema51.properties.hostedIn.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.hostedIn.enum,parentSchema:schema51.properties.hostedIn,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema61 = {"type":"object","additionalProperties":false,"required":["id","kind","from","to","protocol"],"properties":{"id":{"$ref":"#/$defs/name"},"title":{"$ref":"#/$defs/words"},"kind":{"enum":["specified","screenTransfer","mailText","mailSanitized","fileRebuild","fileVerify","dataExport","designatedCloud","counterpart","egress","log","preLeg"]},"from":{"$ref":"#/$defs/conduitEnd"},"to":{"$ref":"#/$defs/conduitEnd"},"protocol":{"enum":["tcp","udp","icmp","any"]},"ports":{"type":"array","minItems":1,"items":{"type":["integer","string"],"minimum":1,"maximum":65535,"pattern":"^[0-9]{1,5}(-[0-9]{1,5})?$"}},"appProtocol":{"$ref":"#/$defs/words"},"initiator":{"enum":["from","to","either"]},"via":{"type":"array","items":{"$ref":"#/$defs/name"}},"proxyMode":{"enum":["explicit","transparent"]},"limits":{"type":"object","additionalProperties":false,"properties":{"maxBytesPerDay":{"type":"integer","minimum":1},"maxBytesPerSession":{"type":"integer","minimum":1},"hours":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}}},"approval":{"type":"object","additionalProperties":false,"properties":{"number":{"type":["string","integer"]},"by":{"$ref":"#/$defs/words"},"date":{"$ref":"#/$defs/date"},"validUntil":{"$ref":"#/$defs/date"}}},"basis":{"$ref":"#/$defs/words"}}};
const schema74 = {"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"};
const pattern21 = new RegExp("^[0-9]{1,5}(-[0-9]{1,5})?$", "u");
const pattern24 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "u");
const pattern26 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const schema64 = {"type":"object","additionalProperties":false,"anyOf":[{"required":["hosts"]},{"required":["prefixes"]},{"required":["realm"]},{"required":["zone"]},{"required":["names"]}],"properties":{"hosts":{"type":"array","items":{"$ref":"#/$defs/hostReference"}},"prefixes":{"type":"array","items":{"$ref":"#/$defs/prefix"}},"realm":{"$ref":"#/$defs/realmName"},"zone":{"$ref":"#/$defs/zoneName"},"names":{"type":"array","items":{"$ref":"#/$defs/words"}},"macs":{"type":"array","items":{"$ref":"#/$defs/mac"}}}};
const schema65 = {"type":"string","pattern":"^[^\\s/]+(/[^\\s/]+)?$"};
const schema67 = {"enum":["lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt"]};
const schema68 = {"enum":["mynumber","lgwan","internet"]};
const pattern18 = new RegExp("^[^\\s/]+(/[^\\s/]+)?$", "u");

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate43.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.hosts === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema64.anyOf[0].required,parentSchema:schema64.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prefixes === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "prefixes"},message:"must have required property '"+"prefixes"+"'",schema:schema64.anyOf[1].required,parentSchema:schema64.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.realm === undefined){
const err2 = {instancePath,schemaPath:"#/anyOf/2/required",keyword:"required",params:{missingProperty: "realm"},message:"must have required property '"+"realm"+"'",schema:schema64.anyOf[2].required,parentSchema:schema64.anyOf[2],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zone === undefined){
const err3 = {instancePath,schemaPath:"#/anyOf/3/required",keyword:"required",params:{missingProperty: "zone"},message:"must have required property '"+"zone"+"'",schema:schema64.anyOf[3].required,parentSchema:schema64.anyOf[3],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.names === undefined){
const err4 = {instancePath,schemaPath:"#/anyOf/4/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'",schema:schema64.anyOf[4].required,parentSchema:schema64.anyOf[4],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema64.anyOf,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "hosts") || (key0 === "prefixes")) || (key0 === "realm")) || (key0 === "zone")) || (key0 === "names")) || (key0 === "macs"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.hosts !== undefined){
let data0 = data.hosts;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern18.test(data1)){
const err7 = {instancePath:instancePath+"/hosts/" + i0,schemaPath:"#/$defs/hostReference/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+(/[^\\s/]+)?$"},message:"must match pattern \""+"^[^\\s/]+(/[^\\s/]+)?$"+"\"",schema:"^[^\\s/]+(/[^\\s/]+)?$",parentSchema:schema65,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/hosts/" + i0,schemaPath:"#/$defs/hostReference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema65.type,parentSchema:schema65,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema64.properties.hosts.type,parentSchema:schema64.properties.hosts,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.prefixes !== undefined){
let data2 = data.prefixes;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/prefixes/" + i1,schemaPath:"#/$defs/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/prefixes",schemaPath:"#/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema64.properties.prefixes.type,parentSchema:schema64.properties.prefixes,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.realm !== undefined){
let data4 = data.realm;
if(!((((((data4 === "lgwan-wan") || (data4 === "juki-net")) || (data4 === "govcloud")) || (data4 === "security-cloud")) || (data4 === "public")) || (data4 === "mgmt"))){
const err12 = {instancePath:instancePath+"/realm",schemaPath:"#/$defs/realmName/enum",keyword:"enum",params:{allowedValues: schema67.enum},message:"must be equal to one of the allowed values",schema:schema67.enum,parentSchema:schema67,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.zone !== undefined){
let data5 = data.zone;
if(!(((data5 === "mynumber") || (data5 === "lgwan")) || (data5 === "internet"))){
const err13 = {instancePath:instancePath+"/zone",schemaPath:"#/$defs/zoneName/enum",keyword:"enum",params:{allowedValues: schema68.enum},message:"must be equal to one of the allowed values",schema:schema68.enum,parentSchema:schema68,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.names !== undefined){
let data6 = data.names;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err14 = {instancePath:instancePath+"/names/" + i2,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/names/" + i2,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema64.properties.names.type,parentSchema:schema64.properties.names,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.macs !== undefined){
let data8 = data.macs;
if(Array.isArray(data8)){
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(typeof data9 === "string"){
if(!pattern9.test(data9)){
const err17 = {instancePath:instancePath+"/macs/" + i3,schemaPath:"#/$defs/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$"+"\"",schema:"^[0-9A-Fa-f]{2}([:-])([0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}$",parentSchema:schema48,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/macs/" + i3,schemaPath:"#/$defs/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/macs",schemaPath:"#/properties/macs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema64.properties.macs.type,parentSchema:schema64.properties.macs,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema64.type,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}
validate43.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.from === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.to === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.protocol === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema61.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+$"},message:"must match pattern \""+"^[^\\s/]+$"+"\"",schema:"^[^\\s/]+$",parentSchema:schema45,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.type,parentSchema:schema45,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(!((((((((((((data2 === "specified") || (data2 === "screenTransfer")) || (data2 === "mailText")) || (data2 === "mailSanitized")) || (data2 === "fileRebuild")) || (data2 === "fileVerify")) || (data2 === "dataExport")) || (data2 === "designatedCloud")) || (data2 === "counterpart")) || (data2 === "egress")) || (data2 === "log")) || (data2 === "preLeg"))){
const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema61.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema61.properties.kind.enum,parentSchema:schema61.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.from !== undefined){
if(!(validate43(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.to !== undefined){
if(!(validate43(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.protocol !== undefined){
let data5 = data.protocol;
if(!((((data5 === "tcp") || (data5 === "udp")) || (data5 === "icmp")) || (data5 === "any"))){
const err11 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema61.properties.protocol.enum},message:"must be equal to one of the allowed values",schema:schema61.properties.protocol.enum,parentSchema:schema61.properties.protocol,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.ports !== undefined){
let data6 = data.ports;
if(Array.isArray(data6)){
if(data6.length < 1){
const err12 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema61.properties.ports,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if((!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))) && (typeof data7 !== "string")){
const err13 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/properties/ports/items/type",keyword:"type",params:{type: schema61.properties.ports.items.type},message:"must be integer,string",schema:schema61.properties.ports.items.type,parentSchema:schema61.properties.ports.items,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err14 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/properties/ports/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema61.properties.ports.items,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/properties/ports/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema61.properties.ports.items,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(typeof data7 === "string"){
if(!pattern21.test(data7)){
const err16 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/properties/ports/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,5}(-[0-9]{1,5})?$"},message:"must match pattern \""+"^[0-9]{1,5}(-[0-9]{1,5})?$"+"\"",schema:"^[0-9]{1,5}(-[0-9]{1,5})?$",parentSchema:schema61.properties.ports.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.ports.type,parentSchema:schema61.properties.ports,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.appProtocol !== undefined){
let data8 = data.appProtocol;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err18 = {instancePath:instancePath+"/appProtocol",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/appProtocol",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.initiator !== undefined){
let data9 = data.initiator;
if(!(((data9 === "from") || (data9 === "to")) || (data9 === "either"))){
const err20 = {instancePath:instancePath+"/initiator",schemaPath:"#/properties/initiator/enum",keyword:"enum",params:{allowedValues: schema61.properties.initiator.enum},message:"must be equal to one of the allowed values",schema:schema61.properties.initiator.enum,parentSchema:schema61.properties.initiator,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.via !== undefined){
let data10 = data.via;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 === "string"){
if(!pattern8.test(data11)){
const err21 = {instancePath:instancePath+"/via/" + i1,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+$"},message:"must match pattern \""+"^[^\\s/]+$"+"\"",schema:"^[^\\s/]+$",parentSchema:schema45,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/via/" + i1,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.type,parentSchema:schema45,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.via.type,parentSchema:schema61.properties.via,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.proxyMode !== undefined){
let data12 = data.proxyMode;
if(!((data12 === "explicit") || (data12 === "transparent"))){
const err24 = {instancePath:instancePath+"/proxyMode",schemaPath:"#/properties/proxyMode/enum",keyword:"enum",params:{allowedValues: schema61.properties.proxyMode.enum},message:"must be equal to one of the allowed values",schema:schema61.properties.proxyMode.enum,parentSchema:schema61.properties.proxyMode,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.limits !== undefined){
let data13 = data.limits;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key1 in data13){
if(!(((key1 === "maxBytesPerDay") || (key1 === "maxBytesPerSession")) || (key1 === "hours"))){
const err25 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema61.properties.limits,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13.maxBytesPerDay !== undefined){
let data14 = data13.maxBytesPerDay;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err26 = {instancePath:instancePath+"/limits/maxBytesPerDay",schemaPath:"#/properties/limits/properties/maxBytesPerDay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.limits.properties.maxBytesPerDay.type,parentSchema:schema61.properties.limits.properties.maxBytesPerDay,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/limits/maxBytesPerDay",schemaPath:"#/properties/limits/properties/maxBytesPerDay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema61.properties.limits.properties.maxBytesPerDay,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data13.maxBytesPerSession !== undefined){
let data15 = data13.maxBytesPerSession;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err28 = {instancePath:instancePath+"/limits/maxBytesPerSession",schemaPath:"#/properties/limits/properties/maxBytesPerSession/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.limits.properties.maxBytesPerSession.type,parentSchema:schema61.properties.limits.properties.maxBytesPerSession,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err29 = {instancePath:instancePath+"/limits/maxBytesPerSession",schemaPath:"#/properties/limits/properties/maxBytesPerSession/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema61.properties.limits.properties.maxBytesPerSession,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data13.hours !== undefined){
let data16 = data13.hours;
if(typeof data16 === "string"){
if(!pattern24.test(data16)){
const err30 = {instancePath:instancePath+"/limits/hours",schemaPath:"#/properties/limits/properties/hours/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"+"\"",schema:"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",parentSchema:schema61.properties.limits.properties.hours,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/limits/hours",schemaPath:"#/properties/limits/properties/hours/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.limits.properties.hours.type,parentSchema:schema61.properties.limits.properties.hours,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.properties.limits.type,parentSchema:schema61.properties.limits,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.approval !== undefined){
let data17 = data.approval;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key2 in data17){
if(!((((key2 === "number") || (key2 === "by")) || (key2 === "date")) || (key2 === "validUntil"))){
const err33 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema61.properties.approval,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data17.number !== undefined){
let data18 = data17.number;
if((typeof data18 !== "string") && (!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18))))){
const err34 = {instancePath:instancePath+"/approval/number",schemaPath:"#/properties/approval/properties/number/type",keyword:"type",params:{type: schema61.properties.approval.properties.number.type},message:"must be string,integer",schema:schema61.properties.approval.properties.number.type,parentSchema:schema61.properties.approval.properties.number,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data17.by !== undefined){
let data19 = data17.by;
if(typeof data19 === "string"){
if(!pattern4.test(data19)){
const err35 = {instancePath:instancePath+"/approval/by",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/approval/by",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data17.date !== undefined){
let data20 = data17.date;
if(typeof data20 === "string"){
if(!pattern26.test(data20)){
const err37 = {instancePath:instancePath+"/approval/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\"",schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema74,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/approval/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.type,parentSchema:schema74,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data17.validUntil !== undefined){
let data21 = data17.validUntil;
if(typeof data21 === "string"){
if(!pattern26.test(data21)){
const err39 = {instancePath:instancePath+"/approval/validUntil",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\"",schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema74,data:data21};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/approval/validUntil",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.type,parentSchema:schema74,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.properties.approval.type,parentSchema:schema61.properties.approval,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.basis !== undefined){
let data22 = data.basis;
if(typeof data22 === "string"){
if(!pattern4.test(data22)){
const err42 = {instancePath:instancePath+"/basis",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/basis",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema77 = {"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[^\\s=]+$"},"vlans":{"type":"array","items":{"$ref":"#/$defs/vlan"}},"tagging":{"enum":["tagged","untagged","mixed"]},"mirror":{"enum":["rx","tx","both"]},"transport":{"enum":["none","erspan","vxlan","gre","vlan"]},"match":{"type":"object","additionalProperties":false,"properties":{"file":{"$ref":"#/$defs/words"},"interface":{"$ref":"#/$defs/words"}}}}};
const pattern29 = new RegExp("^[^\\s=]+$", "u");

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema77.required,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "vlans")) || (key0 === "tagging")) || (key0 === "mirror")) || (key0 === "transport")) || (key0 === "match"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern29.test(data0)){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[^\\s=]+$"},message:"must match pattern \""+"^[^\\s=]+$"+"\"",schema:"^[^\\s=]+$",parentSchema:schema77.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema77.properties.name.type,parentSchema:schema77.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.vlans !== undefined){
let data1 = data.vlans;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/vlans/" + i0,schemaPath:"#/$defs/vlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4094 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/vlans/" + i0,schemaPath:"#/$defs/vlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/vlans/" + i0,schemaPath:"#/$defs/vlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/vlans",schemaPath:"#/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.vlans.type,parentSchema:schema77.properties.vlans,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tagging !== undefined){
let data3 = data.tagging;
if(!(((data3 === "tagged") || (data3 === "untagged")) || (data3 === "mixed"))){
const err8 = {instancePath:instancePath+"/tagging",schemaPath:"#/properties/tagging/enum",keyword:"enum",params:{allowedValues: schema77.properties.tagging.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.tagging.enum,parentSchema:schema77.properties.tagging,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.mirror !== undefined){
let data4 = data.mirror;
if(!(((data4 === "rx") || (data4 === "tx")) || (data4 === "both"))){
const err9 = {instancePath:instancePath+"/mirror",schemaPath:"#/properties/mirror/enum",keyword:"enum",params:{allowedValues: schema77.properties.mirror.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.mirror.enum,parentSchema:schema77.properties.mirror,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.transport !== undefined){
let data5 = data.transport;
if(!(((((data5 === "none") || (data5 === "erspan")) || (data5 === "vxlan")) || (data5 === "gre")) || (data5 === "vlan"))){
const err10 = {instancePath:instancePath+"/transport",schemaPath:"#/properties/transport/enum",keyword:"enum",params:{allowedValues: schema77.properties.transport.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.transport.enum,parentSchema:schema77.properties.transport,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.match !== undefined){
let data6 = data.match;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((key1 === "file") || (key1 === "interface"))){
const err11 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema77.properties.match,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.file !== undefined){
let data7 = data6.file;
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err12 = {instancePath:instancePath+"/match/file",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/match/file",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.interface !== undefined){
let data8 = data6.interface;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err14 = {instancePath:instancePath+"/match/interface",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/match/interface",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.properties.match.type,parentSchema:schema77.properties.match,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.type,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema84 = {"type":"object","additionalProperties":false,"properties":{"purpose":{"$ref":"#/$defs/words"},"standard":{"$ref":"#/$defs/words"},"period":{"type":["string","object"],"additionalProperties":false,"properties":{"from":{"$ref":"#/$defs/date"},"to":{"$ref":"#/$defs/date"}}},"tester":{"type":["string","array"],"items":{"$ref":"#/$defs/words"}},"organization":{"$ref":"#/$defs/words"},"independence":{"$ref":"#/$defs/words"},"qualification":{"$ref":"#/$defs/words"},"approver":{"$ref":"#/$defs/words"},"exclusions":{"type":"array","items":{"$ref":"#/$defs/words"}},"remarks":{"$ref":"#/$defs/words"}}};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema84.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.purpose !== undefined){
let data0 = data.purpose;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err1 = {instancePath:instancePath+"/purpose",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/purpose",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.standard !== undefined){
let data1 = data.standard;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err3 = {instancePath:instancePath+"/standard",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/standard",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.period !== undefined){
let data2 = data.period;
if((typeof data2 !== "string") && (!(data2 && typeof data2 == "object" && !Array.isArray(data2)))){
const err5 = {instancePath:instancePath+"/period",schemaPath:"#/properties/period/type",keyword:"type",params:{type: schema84.properties.period.type},message:"must be string,object",schema:schema84.properties.period.type,parentSchema:schema84.properties.period,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "from") || (key1 === "to"))){
const err6 = {instancePath:instancePath+"/period",schemaPath:"#/properties/period/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema84.properties.period,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.from !== undefined){
let data3 = data2.from;
if(typeof data3 === "string"){
if(!pattern26.test(data3)){
const err7 = {instancePath:instancePath+"/period/from",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\"",schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema74,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/period/from",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.type,parentSchema:schema74,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.to !== undefined){
let data4 = data2.to;
if(typeof data4 === "string"){
if(!pattern26.test(data4)){
const err9 = {instancePath:instancePath+"/period/to",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\"",schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema74,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/period/to",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.type,parentSchema:schema74,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
if(data.tester !== undefined){
let data5 = data.tester;
if((typeof data5 !== "string") && (!(Array.isArray(data5)))){
const err11 = {instancePath:instancePath+"/tester",schemaPath:"#/properties/tester/type",keyword:"type",params:{type: schema84.properties.tester.type},message:"must be string,array",schema:schema84.properties.tester.type,parentSchema:schema84.properties.tester,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
const err12 = {instancePath:instancePath+"/tester/" + i0,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/tester/" + i0,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
if(data.organization !== undefined){
let data7 = data.organization;
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err14 = {instancePath:instancePath+"/organization",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/organization",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.independence !== undefined){
let data8 = data.independence;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err16 = {instancePath:instancePath+"/independence",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/independence",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.qualification !== undefined){
let data9 = data.qualification;
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
const err18 = {instancePath:instancePath+"/qualification",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/qualification",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.approver !== undefined){
let data10 = data.approver;
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
const err20 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.exclusions !== undefined){
let data11 = data.exclusions;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err22 = {instancePath:instancePath+"/exclusions/" + i1,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/exclusions/" + i1,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.exclusions.type,parentSchema:schema84.properties.exclusions,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.remarks !== undefined){
let data13 = data.remarks;
if(typeof data13 === "string"){
if(!pattern4.test(data13)){
const err25 = {instancePath:instancePath+"/remarks",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/remarks",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}
validate49.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:sansou:topology:1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.organization === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization"},message:"must have required property '"+"organization"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.model === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.zones === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zones"},message:"must have required property '"+"zones"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(1 !== data0){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema31.properties.version,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.organization !== undefined){
let data1 = data.organization;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err6 = {instancePath:instancePath+"/organization",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/organization",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.model !== undefined){
let data2 = data.model;
if(!((((data2 === "alpha") || (data2 === "alpha-dash")) || (data2 === "beta")) || (data2 === "beta-dash"))){
const err8 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/enum",keyword:"enum",params:{allowedValues: schema31.properties.model.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.model.enum,parentSchema:schema31.properties.model,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.timezone !== undefined){
let data3 = data.timezone;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.zones !== undefined){
let data4 = data.zones;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.mynumber === undefined){
const err11 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/required",keyword:"required",params:{missingProperty: "mynumber"},message:"must have required property '"+"mynumber"+"'",schema:schema31.properties.zones.required,parentSchema:schema31.properties.zones,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.lgwan === undefined){
const err12 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/required",keyword:"required",params:{missingProperty: "lgwan"},message:"must have required property '"+"lgwan"+"'",schema:schema31.properties.zones.required,parentSchema:schema31.properties.zones,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.internet === undefined){
const err13 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/required",keyword:"required",params:{missingProperty: "internet"},message:"must have required property '"+"internet"+"'",schema:schema31.properties.zones.required,parentSchema:schema31.properties.zones,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key1 in data4){
if(!(((key1 === "mynumber") || (key1 === "lgwan")) || (key1 === "internet"))){
const err14 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.zones,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.mynumber !== undefined){
if(!(validate21(data4.mynumber, {instancePath:instancePath+"/zones/mynumber",parentData:data4,parentDataProperty:"mynumber",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data4.lgwan !== undefined){
if(!(validate21(data4.lgwan, {instancePath:instancePath+"/zones/lgwan",parentData:data4,parentDataProperty:"lgwan",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data4.internet !== undefined){
if(!(validate21(data4.internet, {instancePath:instancePath+"/zones/internet",parentData:data4,parentDataProperty:"internet",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.zones.type,parentSchema:schema31.properties.zones,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.realms !== undefined){
let data8 = data.realms;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!((((((key2 === "lgwan-wan") || (key2 === "juki-net")) || (key2 === "govcloud")) || (key2 === "security-cloud")) || (key2 === "public")) || (key2 === "mgmt"))){
const err16 = {instancePath:instancePath+"/realms",schemaPath:"#/properties/realms/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.realms,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8["lgwan-wan"] !== undefined){
if(!(validate27(data8["lgwan-wan"], {instancePath:instancePath+"/realms/lgwan-wan",parentData:data8,parentDataProperty:"lgwan-wan",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8["juki-net"] !== undefined){
if(!(validate27(data8["juki-net"], {instancePath:instancePath+"/realms/juki-net",parentData:data8,parentDataProperty:"juki-net",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.govcloud !== undefined){
if(!(validate27(data8.govcloud, {instancePath:instancePath+"/realms/govcloud",parentData:data8,parentDataProperty:"govcloud",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8["security-cloud"] !== undefined){
if(!(validate27(data8["security-cloud"], {instancePath:instancePath+"/realms/security-cloud",parentData:data8,parentDataProperty:"security-cloud",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.public !== undefined){
if(!(validate27(data8.public, {instancePath:instancePath+"/realms/public",parentData:data8,parentDataProperty:"public",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.mgmt !== undefined){
if(!(validate27(data8.mgmt, {instancePath:instancePath+"/realms/mgmt",parentData:data8,parentDataProperty:"mgmt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/realms",schemaPath:"#/properties/realms/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.realms.type,parentSchema:schema31.properties.realms,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.otherMembers !== undefined){
let data15 = data.otherMembers;
if(Array.isArray(data15)){
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(typeof data16 !== "string"){
const err18 = {instancePath:instancePath+"/otherMembers/" + i0,schemaPath:"#/$defs/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data16};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/otherMembers",schemaPath:"#/properties/otherMembers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.otherMembers.type,parentSchema:schema31.properties.otherMembers,data:data15};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.domains !== undefined){
let data17 = data.domains;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
if(typeof data18 === "string"){
if(!pattern7.test(data18)){
const err20 = {instancePath:instancePath+"/domains/" + i1,schemaPath:"#/properties/domains/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$"+"\"",schema:"^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$",parentSchema:schema31.properties.domains.items,data:data18};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/domains/" + i1,schemaPath:"#/properties/domains/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.domains.items.type,parentSchema:schema31.properties.domains.items,data:data18};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/domains",schemaPath:"#/properties/domains/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.domains.type,parentSchema:schema31.properties.domains,data:data17};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.hosts !== undefined){
let data19 = data.hosts;
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
if(!(validate34(data19[i2], {instancePath:instancePath+"/hosts/" + i2,parentData:data19,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.hosts.type,parentSchema:schema31.properties.hosts,data:data19};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.gateways !== undefined){
let data21 = data.gateways;
if(Array.isArray(data21)){
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
if(!(validate38(data21[i3], {instancePath:instancePath+"/gateways/" + i3,parentData:data21,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/gateways",schemaPath:"#/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.gateways.type,parentSchema:schema31.properties.gateways,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.conduits !== undefined){
let data23 = data.conduits;
if(Array.isArray(data23)){
const len4 = data23.length;
for(let i4=0; i4<len4; i4++){
if(!(validate42(data23[i4], {instancePath:instancePath+"/conduits/" + i4,parentData:data23,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/conduits",schemaPath:"#/properties/conduits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.conduits.type,parentSchema:schema31.properties.conduits,data:data23};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.capturePoints !== undefined){
let data25 = data.capturePoints;
if(Array.isArray(data25)){
const len5 = data25.length;
for(let i5=0; i5<len5; i5++){
if(!(validate47(data25[i5], {instancePath:instancePath+"/capturePoints/" + i5,parentData:data25,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/capturePoints",schemaPath:"#/properties/capturePoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.capturePoints.type,parentSchema:schema31.properties.capturePoints,data:data25};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.sensors !== undefined){
let data27 = data.sensors;
if(Array.isArray(data27)){
const len6 = data27.length;
for(let i6=0; i6<len6; i6++){
let data28 = data27[i6];
if(typeof data28 === "string"){
if(!pattern4.test(data28)){
const err27 = {instancePath:instancePath+"/sensors/" + i6,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data28};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/sensors/" + i6,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data28};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/sensors",schemaPath:"#/properties/sensors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.sensors.type,parentSchema:schema31.properties.sensors,data:data27};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.collectors !== undefined){
let data29 = data.collectors;
if(Array.isArray(data29)){
const len7 = data29.length;
for(let i7=0; i7<len7; i7++){
let data30 = data29[i7];
if(typeof data30 === "string"){
if(!pattern4.test(data30)){
const err30 = {instancePath:instancePath+"/collectors/" + i7,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data30};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/collectors/" + i7,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data30};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/collectors",schemaPath:"#/properties/collectors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.collectors.type,parentSchema:schema31.properties.collectors,data:data29};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.badList !== undefined){
let data31 = data.badList;
if(Array.isArray(data31)){
const len8 = data31.length;
for(let i8=0; i8<len8; i8++){
let data32 = data31[i8];
if(typeof data32 === "string"){
if(!pattern4.test(data32)){
const err33 = {instancePath:instancePath+"/badList/" + i8,schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema32,data:data32};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/badList/" + i8,schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data32};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/badList",schemaPath:"#/properties/badList/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.badList.type,parentSchema:schema31.properties.badList,data:data31};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.audit !== undefined){
if(!(validate49(data.audit, {instancePath:instancePath+"/audit",parentData:data,parentDataProperty:"audit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
