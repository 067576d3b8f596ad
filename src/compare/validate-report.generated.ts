/* eslint-disable */
// @ts-nocheck
// Generated from docs/schemas/report.schema.json by topology/compile-schema.mjs. Do not edit.
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:sansou:report:1","type":"object","additionalProperties":false,"required":["schema","result","clauses","matrix","findings","quality","coverage","plan","audit","statements","statistics","inputs","tool"],"properties":{"schema":{"const":"sansou/report/1"},"result":{"$ref":"#/$defs/result"},"clauses":{"type":"object","additionalProperties":false,"required":["A","I","U"],"properties":{"A":{"$ref":"#/$defs/clauseResult"},"I":{"$ref":"#/$defs/clauseResult"},"U":{"$ref":"#/$defs/clauseResult"}}},"matrix":{"type":"array","items":{"$ref":"#/$defs/cell"}},"findings":{"type":"array","items":{"$ref":"#/$defs/finding"}},"quality":{"type":"array","items":{"$ref":"#/$defs/quality"}},"coverage":{"$ref":"#/$defs/coverage"},"plan":{"$ref":"#/$defs/plan"},"audit":{"$ref":"#/$defs/audit"},"comparison":{"$ref":"#/$defs/comparison"},"acceptances":{"$ref":"#/$defs/acceptances"},"redacted":{"type":"boolean"},"redactionKey":{"type":"string"},"omitted":{"type":"object","additionalProperties":false,"required":["below","findings"],"properties":{"below":{"$ref":"#/$defs/severity"},"findings":{"type":"integer"}}},"statements":{"type":"array","items":{"$ref":"#/$defs/text"}},"statistics":{"$ref":"#/$defs/statistics"},"inputs":{"type":"object","additionalProperties":false,"required":["captures","topology"],"properties":{"captures":{"type":"array","items":{"$ref":"#/$defs/capture"}},"topology":{"type":"object","additionalProperties":false,"required":["file","sha256","organization","model","timezone","warnings"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"organization":{"type":"string"},"model":{"type":"string"},"timezone":{"type":"string"},"warnings":{"type":"array","items":{"$ref":"#/$defs/problem"}}}}}},"tool":{"type":"object","additionalProperties":false,"required":["name","version","rules"],"properties":{"name":{"const":"sansou"},"version":{"type":"string"},"rules":{"type":"string"}}},"daily":{"$ref":"#/$defs/daily"},"timeline":{"$ref":"#/$defs/timeline"},"proof":{"$ref":"#/$defs/proof"}},"$defs":{"text":{"type":"object","additionalProperties":false,"required":["ja","en"],"properties":{"ja":{"type":"string"},"en":{"type":"string"}}},"area":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special"]},"clause":{"enum":["A","I","U"]},"result":{"enum":["violation","suspected","undetermined","none-observed"]},"verdict":{"enum":["violation","suspected","attempt","blocked","observation","undetermined"]},"severity":{"enum":["critical","high","medium","low","info"]},"seconds":{"type":["string","null"],"pattern":"^-?[0-9]{1,14}\\.[0-9]{9}$"},"sha256":{"type":["string","null"],"pattern":"^[0-9a-f]{64}$"},"clauseResult":{"type":"object","additionalProperties":false,"required":["result","reasons"],"properties":{"result":{"$ref":"#/$defs/result"},"reasons":{"type":"array","items":{"$ref":"#/$defs/text"}}}},"problem":{"type":"object","additionalProperties":false,"required":["code","level","message"],"properties":{"code":{"type":"string"},"file":{"type":"string"},"line":{"type":"integer"},"column":{"type":"integer"},"field":{"type":"string"},"level":{"enum":["error","warning"]},"message":{"$ref":"#/$defs/text"},"remedy":{"$ref":"#/$defs/text"}}},"cell":{"type":"object","additionalProperties":false,"required":["from","to","flows","packets","bytes","verdicts"],"properties":{"from":{"$ref":"#/$defs/area"},"to":{"$ref":"#/$defs/area"},"flows":{"type":"integer"},"packets":{"type":"integer"},"bytes":{"type":"integer"},"verdicts":{"$ref":"#/$defs/verdictCounts"}}},"end":{"type":"object","additionalProperties":false,"required":["zone","address","host","mac"],"properties":{"zone":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special",null]},"address":{"type":["string","null"]},"host":{"type":["string","null"]},"mac":{"type":["string","null"]}}},"frame":{"type":"object","additionalProperties":false,"required":["file","sha256","frame","time","point"],"properties":{"file":{"type":"string"},"sha256":{"$ref":"#/$defs/sha256"},"frame":{"type":"integer"},"time":{"$ref":"#/$defs/seconds"},"point":{"type":["string","null"]},"role":{"type":"string"},"vlan":{"type":["string","null"]},"sourceMac":{"type":["string","null"]},"destinationMac":{"type":["string","null"]},"source":{"type":"string"},"destination":{"type":"string"},"ttl":{"type":"integer"},"proto":{"type":"integer"},"sourcePort":{"type":"integer"},"destinationPort":{"type":"integer"},"tcpFlags":{"type":"string"},"seq":{"type":"integer"},"ack":{"type":"integer"},"length":{"type":"integer"}}},"acceptance":{"type":"object","additionalProperties":false,"required":["entry","reason","approver","ticket","until","settledBy"],"properties":{"entry":{"type":"string"},"reason":{"type":"string"},"approver":{"type":"string"},"ticket":{"type":["string","null"]},"until":{"type":["string","null"]},"settledBy":{"type":["string","null"]}}},"finding":{"type":"object","additionalProperties":false,"required":["id","rule","clause","verdict","severity","outcome","title","summary","from","to","service","first","last","flows","packets","bytes","conduit","evidence","reasons","related","limits","remedy"],"properties":{"id":{"type":"string"},"rule":{"type":"string"},"clause":{"$ref":"#/$defs/clause"},"verdict":{"$ref":"#/$defs/verdict"},"severity":{"$ref":"#/$defs/severity"},"outcome":{"enum":["data","established","reachable","l7Blocked","rejectedUnknown","noAnswer","oneWay","midstream","cut","blocked",null]},"title":{"$ref":"#/$defs/text"},"summary":{"$ref":"#/$defs/text"},"from":{"$ref":"#/$defs/end"},"to":{"$ref":"#/$defs/end"},"service":{"type":["object","null"],"additionalProperties":false,"required":["proto","port"],"properties":{"proto":{"type":"integer"},"port":{"type":"integer"},"name":{"type":"string"}}},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"flows":{"type":"integer"},"packets":{"type":"integer"},"bytes":{"type":"integer"},"conduit":{"type":["object","null"],"additionalProperties":false,"required":["nearest","failed"],"properties":{"nearest":{"type":"string"},"failed":{"enum":["from","to","protocol","initiator","ports","via","validity","hours","names",null]}}},"evidence":{"type":"array","items":{"$ref":"#/$defs/frame"}},"indicators":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["field","value"],"properties":{"field":{"type":"string"},"value":{"type":"string"}}}},"reasons":{"type":"array","items":{"type":"string"}},"related":{"type":"array","items":{"type":"string"}},"limits":{"type":"array","items":{"$ref":"#/$defs/text"}},"remedy":{"$ref":"#/$defs/text"},"status":{"enum":["new","ongoing","gone","gone-unobserved"]},"accepted":{"$ref":"#/$defs/acceptance"}}},"quality":{"type":"object","additionalProperties":false,"required":["check","point","value","effect","message"],"properties":{"check":{"type":"string"},"point":{"type":["string","null"]},"value":{"type":["number","string","null"]},"effect":{"enum":["none","note","undetermined"]},"clauses":{"type":"array","items":{"enum":["A","I","U"]}},"message":{"$ref":"#/$defs/text"}}},"coverage":{"type":"object","additionalProperties":false,"required":["points","zones","conduits","boundaries","notVerifiable","notChecked"],"properties":{"points":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["point","declared","files","packets","first","last","vlans"],"properties":{"point":{"type":["string","null"]},"declared":{"type":"boolean"},"files":{"type":"integer"},"packets":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"vlans":{"type":"array","items":{"type":"string"}}}}},"zones":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","hostsDeclared","hostsSeen","hostsUnseen"],"properties":{"zone":{"type":"string"},"hostsDeclared":{"type":"integer"},"hostsSeen":{"type":"integer"},"hostsUnseen":{"type":"integer"}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["conduit","title","flows","bytes","first","last"],"properties":{"use":{"type":"object","additionalProperties":false,"required":["initiators","responders","ports","capped"],"properties":{"initiators":{"type":"integer"},"responders":{"type":"integer"},"ports":{"type":"array","items":{"type":"integer"}},"capped":{"type":"boolean"}}},"conduit":{"type":"string"},"title":{"type":"string"},"flows":{"type":"integer"},"bytes":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"}}}},"boundaries":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["boundary","gateway","sides","result"],"properties":{"boundary":{"type":"string"},"gateway":{"type":"string"},"sides":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","points","packets"],"properties":{"zone":{"type":"string"},"points":{"type":"array","items":{"type":"string"}},"packets":{"type":"integer"}}}},"result":{"enum":["observed","one-side","not-observed"]}}}},"notVerifiable":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["clause","words","otherEvidence"],"properties":{"clause":{"$ref":"#/$defs/clause"},"words":{"$ref":"#/$defs/text"},"otherEvidence":{"$ref":"#/$defs/text"}}}},"notChecked":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","title","why"],"properties":{"rule":{"type":"string"},"title":{"$ref":"#/$defs/text"},"why":{"$ref":"#/$defs/text"}}}}}},"plannedEnd":{"type":"object","additionalProperties":false,"required":["areas","members","names"],"properties":{"areas":{"type":"array","items":{"$ref":"#/$defs/area"}},"members":{"type":"array","items":{"type":"string"}},"names":{"type":"array","items":{"type":"string"}}}},"plan":{"type":"object","additionalProperties":false,"required":["zones","realms","gateways","conduits","points"],"properties":{"zones":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","inventory","hosts","segments"],"properties":{"zone":{"$ref":"#/$defs/area"},"inventory":{"enum":["open","closed"]},"hosts":{"type":"integer"},"segments":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","vlan","prefix","ipv6"],"properties":{"name":{"type":["string","null"]},"vlan":{"type":["integer","null"]},"prefix":{"type":["string","null"]},"ipv6":{"type":["string","null"]}}}}}}},"realms":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["realm","prefixes","vlans"],"properties":{"realm":{"$ref":"#/$defs/area"},"prefixes":{"type":"array","items":{"type":"string"}},"vlans":{"type":"array","items":{"type":"integer"}}}}},"gateways":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","roles","legs"],"properties":{"name":{"type":"string"},"roles":{"type":"array","items":{"type":"string"}},"legs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","vlan","ip","mac"],"properties":{"zone":{"$ref":"#/$defs/area"},"vlan":{"type":["integer","null"]},"ip":{"type":["string","null"]},"mac":{"type":["string","null"]}}}}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","title","kind","from","to","protocol","ports","appProtocol","initiator","via","approval","basis"],"properties":{"id":{"type":"string"},"title":{"type":"string"},"kind":{"type":"string"},"from":{"$ref":"#/$defs/plannedEnd"},"to":{"$ref":"#/$defs/plannedEnd"},"protocol":{"enum":["tcp","udp","icmp","any"]},"ports":{"type":"array","items":{"type":"string"}},"appProtocol":{"type":["string","null"]},"initiator":{"enum":["from","to","either"]},"via":{"type":"array","items":{"type":"string"}},"approval":{"type":["object","null"],"additionalProperties":false,"required":["number","by","date","validUntil"],"properties":{"number":{"type":["string","null"]},"by":{"type":["string","null"]},"date":{"type":["string","null"]},"validUntil":{"type":["string","null"]}}},"basis":{"type":["string","null"]}}}},"points":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","vlans","tagging","mirror"],"properties":{"name":{"type":"string"},"vlans":{"type":"array","items":{"type":"integer"}},"tagging":{"type":"string"},"mirror":{"type":"string"}}}}}},"audit":{"type":"object","additionalProperties":false,"required":["purpose","standard","period","testers","organization","independence","qualification","approver","exclusions","remarks"],"properties":{"purpose":{"type":["string","null"]},"standard":{"type":["string","null"]},"period":{"type":["object","null"],"additionalProperties":false,"required":["from","to"],"properties":{"from":{"type":["string","null"]},"to":{"type":["string","null"]}}},"testers":{"type":"array","items":{"type":"string"}},"organization":{"type":["string","null"]},"independence":{"type":["string","null"]},"qualification":{"type":["string","null"]},"approver":{"type":["string","null"]},"exclusions":{"type":"array","items":{"type":"string"}},"remarks":{"type":["string","null"]}}},"comparison":{"type":"object","additionalProperties":false,"required":["baseline","counts","gone","worsened","coverageChanges"],"properties":{"baseline":{"type":"object","additionalProperties":false,"required":["file","sha256","result","first","last"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"result":{"$ref":"#/$defs/result"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"}}},"counts":{"type":"object","additionalProperties":false,"required":["new","ongoing","gone","gone-unobserved"],"properties":{"new":{"type":"integer"},"ongoing":{"type":"integer"},"gone":{"type":"integer"},"gone-unobserved":{"type":"integer"}}},"gone":{"type":"array","items":{"$ref":"#/$defs/finding"}},"worsened":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","verdict","severity"],"properties":{"id":{"type":"string"},"verdict":{"$ref":"#/$defs/verdict"},"severity":{"$ref":"#/$defs/severity"}}}},"coverageChanges":{"type":"array","items":{"$ref":"#/$defs/text"}}}},"acceptances":{"type":"object","additionalProperties":false,"required":["file","sha256","entries"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"entries":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["entry","reason","approver","ticket","until","settledBy","state","findings"],"properties":{"entry":{"type":"string"},"reason":{"type":"string"},"approver":{"type":"string"},"ticket":{"type":["string","null"]},"until":{"type":["string","null"]},"settledBy":{"type":["string","null"]},"state":{"enum":["used","unused","expired"]},"findings":{"type":"integer"}}}}}},"counts":{"type":"object","additionalProperties":{"type":"number"}},"statistics":{"type":"object","additionalProperties":false,"required":["packets","bytes","flows","first","last","nonIp","anomalies","limitsReached","duplicates","interrupted"],"properties":{"packets":{"type":"integer"},"bytes":{"type":"integer"},"flows":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"nonIp":{"$ref":"#/$defs/counts"},"anomalies":{"$ref":"#/$defs/counts"},"limitsReached":{"$ref":"#/$defs/counts"},"duplicates":{"type":"integer"},"interrupted":{"type":"boolean"}}},"capture":{"type":"object","additionalProperties":false,"required":["file","point","sha256","bytes","packets","first","last","complete","format","linkTypes","problems"],"properties":{"file":{"type":"string"},"point":{"type":["string","null"]},"sha256":{"$ref":"#/$defs/sha256"},"bytes":{"type":"integer"},"packets":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"complete":{"type":"boolean"},"format":{"type":"string"},"linkTypes":{"type":"array","items":{"type":"string"}},"problems":{"type":"array","items":{"$ref":"#/$defs/problem"}},"files":{"type":"integer"}}},"verdictCounts":{"type":"object","additionalProperties":false,"properties":{"permitted":{"type":"integer"},"violation":{"type":"integer"},"suspected":{"type":"integer"},"attempt":{"type":"integer"},"blocked":{"type":"integer"},"observation":{"type":"integer"},"undetermined":{"type":"integer"}}},"timeline":{"type":"object","additionalProperties":false,"required":["binSeconds","bins"],"properties":{"binSeconds":{"type":"integer"},"bins":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["start","clauses"],"properties":{"start":{"type":"string"},"clauses":{"type":"object","additionalProperties":false,"properties":{"A":{"type":"object","additionalProperties":{"type":"integer"}},"I":{"type":"object","additionalProperties":{"type":"integer"}},"U":{"type":"object","additionalProperties":{"type":"integer"}}}}}}}}},"daily":{"type":"object","additionalProperties":false,"required":["traffic","conduits"],"properties":{"traffic":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["day","from","to","proto","port","flows","packets","bytes","verdicts"],"properties":{"day":{"type":"string"},"from":{"$ref":"#/$defs/area"},"to":{"$ref":"#/$defs/area"},"proto":{"type":"integer"},"port":{"type":["integer","null"]},"flows":{"type":"integer"},"packets":{"type":"integer"},"bytes":{"type":"integer"},"verdicts":{"$ref":"#/$defs/verdictCounts"}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["conduit","day","flows","bytes"],"properties":{"conduit":{"type":"string"},"day":{"type":"string"},"flows":{"type":"integer"},"bytes":{"type":"integer"}}}}}},"falseAlarm":{"type":"object","additionalProperties":false,"required":["rule","verdict","summary"],"properties":{"rule":{"type":"string"},"verdict":{"type":"string"},"summary":{"$ref":"#/$defs/text"}}},"proofReason":{"type":["object","null"],"additionalProperties":false,"required":["code","subjects","text"],"properties":{"code":{"type":"string"},"subjects":{"type":"array","items":{"type":"string"}},"text":{"$ref":"#/$defs/text"}}},"proof":{"type":"object","additionalProperties":false,"required":["schema","result","counts","rows","conduits","blindVlans","silentRules","notes","interrupted","topology","tool"],"properties":{"schema":{"const":"sansou/proof/1"},"result":{"enum":["proven","gaps"]},"counts":{"type":"object","additionalProperties":false,"required":["caught","missed","undetermined","not-applicable","falseAlarms"],"properties":{"caught":{"type":"integer"},"missed":{"type":"integer"},"undetermined":{"type":"integer"},"not-applicable":{"type":"integer"},"falseAlarms":{"type":"integer"}}},"rows":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","title","from","to","conduit","outcome","caughtAs","reason","twin","falseAlarms"],"properties":{"rule":{"type":"string"},"title":{"$ref":"#/$defs/text"},"from":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special",null]},"to":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special",null]},"conduit":{"type":["string","null"]},"outcome":{"enum":["caught","missed","undetermined","not-applicable"]},"caughtAs":{"type":["string","null"]},"reason":{"$ref":"#/$defs/proofReason"},"twin":{"enum":["quiet","alarm","none"]},"falseAlarms":{"type":"array","items":{"$ref":"#/$defs/falseAlarm"}}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["conduit","title","twin","reason","falseAlarms"],"properties":{"conduit":{"type":"string"},"title":{"type":"string"},"twin":{"enum":["quiet","alarm","none"]},"reason":{"$ref":"#/$defs/proofReason"},"falseAlarms":{"type":"array","items":{"$ref":"#/$defs/falseAlarm"}}}}},"blindVlans":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["vlan","area","name"],"properties":{"vlan":{"type":"integer"},"area":{"$ref":"#/$defs/area"},"name":{"type":["string","null"]}}}},"silentRules":{"type":"array","items":{"type":"string"}},"notes":{"type":"array","items":{"$ref":"#/$defs/text"}},"interrupted":{"type":"boolean"},"topology":{"type":"object","additionalProperties":false,"required":["file","sha256","organization","model"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"organization":{"type":"string"},"model":{"type":"string"}}},"tool":{"type":"object","additionalProperties":false,"required":["name","version","rules"],"properties":{"name":{"const":"sansou"},"version":{"type":"string"},"rules":{"type":"string"}}}}}}};
const schema32 = {"enum":["violation","suspected","undetermined","none-observed"]};
const schema74 = {"type":"object","additionalProperties":false,"required":["purpose","standard","period","testers","organization","independence","qualification","approver","exclusions","remarks"],"properties":{"purpose":{"type":["string","null"]},"standard":{"type":["string","null"]},"period":{"type":["object","null"],"additionalProperties":false,"required":["from","to"],"properties":{"from":{"type":["string","null"]},"to":{"type":["string","null"]}}},"testers":{"type":"array","items":{"type":"string"}},"organization":{"type":["string","null"]},"independence":{"type":["string","null"]},"qualification":{"type":["string","null"]},"approver":{"type":["string","null"]},"exclusions":{"type":"array","items":{"type":"string"}},"remarks":{"type":["string","null"]}}};
const schema82 = {"type":"object","additionalProperties":false,"required":["file","sha256","entries"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"entries":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["entry","reason","approver","ticket","until","settledBy","state","findings"],"properties":{"entry":{"type":"string"},"reason":{"type":"string"},"approver":{"type":"string"},"ticket":{"type":["string","null"]},"until":{"type":["string","null"]},"settledBy":{"type":["string","null"]},"state":{"enum":["used","unused","expired"]},"findings":{"type":"integer"}}}}}};
const schema43 = {"enum":["critical","high","medium","low","info"]};
const schema35 = {"type":"object","additionalProperties":false,"required":["ja","en"],"properties":{"ja":{"type":"string"},"en":{"type":"string"}}};
const schema102 = {"type":"object","additionalProperties":false,"required":["binSeconds","bins"],"properties":{"binSeconds":{"type":"integer"},"bins":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["start","clauses"],"properties":{"start":{"type":"string"},"clauses":{"type":"object","additionalProperties":false,"properties":{"A":{"type":"object","additionalProperties":{"type":"integer"}},"I":{"type":"object","additionalProperties":{"type":"integer"}},"U":{"type":"object","additionalProperties":{"type":"integer"}}}}}}}}};
const func1 = Object.prototype.hasOwnProperty;
const schema33 = {"type":"object","additionalProperties":false,"required":["result","reasons"],"properties":{"result":{"$ref":"#/$defs/result"},"reasons":{"type":"array","items":{"$ref":"#/$defs/text"}}}};

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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.result === undefined) && (missing0 = "result")) || ((data.reasons === undefined) && (missing0 = "reasons"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema33.required,parentSchema:schema33,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "result") || (key0 === "reasons"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.result !== undefined){
let data0 = data.result;
const _errs2 = errors;
if(!((((data0 === "violation") || (data0 === "suspected")) || (data0 === "undetermined")) || (data0 === "none-observed"))){
validate21.errors = [{instancePath:instancePath+"/result",schemaPath:"#/$defs/result/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
let data1 = data.reasons;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.ja === undefined) && (missing1 = "ja")) || ((data2.en === undefined) && (missing1 = "en"))){
validate21.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema35.required,parentSchema:schema35,data:data2}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data2){
if(!((key1 === "ja") || (key1 === "en"))){
delete data2[key1];
}
}
if(_errs9 === errors){
if(data2.ja !== undefined){
let data3 = data2.ja;
const _errs10 = errors;
if(typeof data3 !== "string"){
validate21.errors = [{instancePath:instancePath+"/reasons/" + i0+"/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data3}];
return false;
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.en !== undefined){
let data4 = data2.en;
const _errs12 = errors;
if(typeof data4 !== "string"){
validate21.errors = [{instancePath:instancePath+"/reasons/" + i0+"/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data4}];
return false;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data2}];
return false;
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.reasons.type,parentSchema:schema33.properties.reasons,data:data1}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema36 = {"type":"object","additionalProperties":false,"required":["from","to","flows","packets","bytes","verdicts"],"properties":{"from":{"$ref":"#/$defs/area"},"to":{"$ref":"#/$defs/area"},"flows":{"type":"integer"},"packets":{"type":"integer"},"bytes":{"type":"integer"},"verdicts":{"$ref":"#/$defs/verdictCounts"}}};
const schema37 = {"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special"]};
const schema39 = {"type":"object","additionalProperties":false,"properties":{"permitted":{"type":"integer"},"violation":{"type":"integer"},"suspected":{"type":"integer"},"attempt":{"type":"integer"},"blocked":{"type":"integer"},"observation":{"type":"integer"},"undetermined":{"type":"integer"}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.from === undefined) && (missing0 = "from")) || ((data.to === undefined) && (missing0 = "to"))) || ((data.flows === undefined) && (missing0 = "flows"))) || ((data.packets === undefined) && (missing0 = "packets"))) || ((data.bytes === undefined) && (missing0 = "bytes"))) || ((data.verdicts === undefined) && (missing0 = "verdicts"))){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema36.required,parentSchema:schema36,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "from") || (key0 === "to")) || (key0 === "flows")) || (key0 === "packets")) || (key0 === "bytes")) || (key0 === "verdicts"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.from !== undefined){
let data0 = data.from;
const _errs2 = errors;
if(!(((((((((((data0 === "mynumber") || (data0 === "lgwan")) || (data0 === "internet")) || (data0 === "lgwan-wan")) || (data0 === "juki-net")) || (data0 === "govcloud")) || (data0 === "security-cloud")) || (data0 === "public")) || (data0 === "mgmt")) || (data0 === "unassigned")) || (data0 === "special"))){
validate25.errors = [{instancePath:instancePath+"/from",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
let data1 = data.to;
const _errs4 = errors;
if(!(((((((((((data1 === "mynumber") || (data1 === "lgwan")) || (data1 === "internet")) || (data1 === "lgwan-wan")) || (data1 === "juki-net")) || (data1 === "govcloud")) || (data1 === "security-cloud")) || (data1 === "public")) || (data1 === "mgmt")) || (data1 === "unassigned")) || (data1 === "special"))){
validate25.errors = [{instancePath:instancePath+"/to",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.flows !== undefined){
let data2 = data.flows;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate25.errors = [{instancePath:instancePath+"/flows",schemaPath:"#/properties/flows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.flows.type,parentSchema:schema36.properties.flows,data:data2}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packets !== undefined){
let data3 = data.packets;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate25.errors = [{instancePath:instancePath+"/packets",schemaPath:"#/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.packets.type,parentSchema:schema36.properties.packets,data:data3}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bytes !== undefined){
let data4 = data.bytes;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate25.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.bytes.type,parentSchema:schema36.properties.bytes,data:data4}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdicts !== undefined){
let data5 = data.verdicts;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const _errs15 = errors;
for(const key1 in data5){
if(!(((((((key1 === "permitted") || (key1 === "violation")) || (key1 === "suspected")) || (key1 === "attempt")) || (key1 === "blocked")) || (key1 === "observation")) || (key1 === "undetermined"))){
delete data5[key1];
}
}
if(_errs15 === errors){
if(data5.permitted !== undefined){
let data6 = data5.permitted;
const _errs16 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/permitted",schemaPath:"#/$defs/verdictCounts/properties/permitted/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.permitted.type,parentSchema:schema39.properties.permitted,data:data6}];
return false;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.violation !== undefined){
let data7 = data5.violation;
const _errs18 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/violation",schemaPath:"#/$defs/verdictCounts/properties/violation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.violation.type,parentSchema:schema39.properties.violation,data:data7}];
return false;
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.suspected !== undefined){
let data8 = data5.suspected;
const _errs20 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/suspected",schemaPath:"#/$defs/verdictCounts/properties/suspected/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.suspected.type,parentSchema:schema39.properties.suspected,data:data8}];
return false;
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.attempt !== undefined){
let data9 = data5.attempt;
const _errs22 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/attempt",schemaPath:"#/$defs/verdictCounts/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.attempt.type,parentSchema:schema39.properties.attempt,data:data9}];
return false;
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.blocked !== undefined){
let data10 = data5.blocked;
const _errs24 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/blocked",schemaPath:"#/$defs/verdictCounts/properties/blocked/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.blocked.type,parentSchema:schema39.properties.blocked,data:data10}];
return false;
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.observation !== undefined){
let data11 = data5.observation;
const _errs26 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/observation",schemaPath:"#/$defs/verdictCounts/properties/observation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.observation.type,parentSchema:schema39.properties.observation,data:data11}];
return false;
}
var valid4 = _errs26 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.undetermined !== undefined){
let data12 = data5.undetermined;
const _errs28 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate25.errors = [{instancePath:instancePath+"/verdicts/undetermined",schemaPath:"#/$defs/verdictCounts/properties/undetermined/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.undetermined.type,parentSchema:schema39.properties.undetermined,data:data12}];
return false;
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/verdicts",schemaPath:"#/$defs/verdictCounts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data:data5}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema40 = {"type":"object","additionalProperties":false,"required":["id","rule","clause","verdict","severity","outcome","title","summary","from","to","service","first","last","flows","packets","bytes","conduit","evidence","reasons","related","limits","remedy"],"properties":{"id":{"type":"string"},"rule":{"type":"string"},"clause":{"$ref":"#/$defs/clause"},"verdict":{"$ref":"#/$defs/verdict"},"severity":{"$ref":"#/$defs/severity"},"outcome":{"enum":["data","established","reachable","l7Blocked","rejectedUnknown","noAnswer","oneWay","midstream","cut","blocked",null]},"title":{"$ref":"#/$defs/text"},"summary":{"$ref":"#/$defs/text"},"from":{"$ref":"#/$defs/end"},"to":{"$ref":"#/$defs/end"},"service":{"type":["object","null"],"additionalProperties":false,"required":["proto","port"],"properties":{"proto":{"type":"integer"},"port":{"type":"integer"},"name":{"type":"string"}}},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"flows":{"type":"integer"},"packets":{"type":"integer"},"bytes":{"type":"integer"},"conduit":{"type":["object","null"],"additionalProperties":false,"required":["nearest","failed"],"properties":{"nearest":{"type":"string"},"failed":{"enum":["from","to","protocol","initiator","ports","via","validity","hours","names",null]}}},"evidence":{"type":"array","items":{"$ref":"#/$defs/frame"}},"indicators":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["field","value"],"properties":{"field":{"type":"string"},"value":{"type":"string"}}}},"reasons":{"type":"array","items":{"type":"string"}},"related":{"type":"array","items":{"type":"string"}},"limits":{"type":"array","items":{"$ref":"#/$defs/text"}},"remedy":{"$ref":"#/$defs/text"},"status":{"enum":["new","ongoing","gone","gone-unobserved"]},"accepted":{"$ref":"#/$defs/acceptance"}}};
const schema41 = {"enum":["A","I","U"]};
const schema42 = {"enum":["violation","suspected","attempt","blocked","observation","undetermined"]};
const schema46 = {"type":"object","additionalProperties":false,"required":["zone","address","host","mac"],"properties":{"zone":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special",null]},"address":{"type":["string","null"]},"host":{"type":["string","null"]},"mac":{"type":["string","null"]}}};
const schema48 = {"type":["string","null"],"pattern":"^-?[0-9]{1,14}\\.[0-9]{9}$"};
const schema55 = {"type":"object","additionalProperties":false,"required":["entry","reason","approver","ticket","until","settledBy"],"properties":{"entry":{"type":"string"},"reason":{"type":"string"},"approver":{"type":"string"},"ticket":{"type":["string","null"]},"until":{"type":["string","null"]},"settledBy":{"type":["string","null"]}}};
const pattern4 = new RegExp("^-?[0-9]{1,14}\\.[0-9]{9}$", "u");
const schema50 = {"type":"object","additionalProperties":false,"required":["file","sha256","frame","time","point"],"properties":{"file":{"type":"string"},"sha256":{"$ref":"#/$defs/sha256"},"frame":{"type":"integer"},"time":{"$ref":"#/$defs/seconds"},"point":{"type":["string","null"]},"role":{"type":"string"},"vlan":{"type":["string","null"]},"sourceMac":{"type":["string","null"]},"destinationMac":{"type":["string","null"]},"source":{"type":"string"},"destination":{"type":"string"},"ttl":{"type":"integer"},"proto":{"type":"integer"},"sourcePort":{"type":"integer"},"destinationPort":{"type":"integer"},"tcpFlags":{"type":"string"},"seq":{"type":"integer"},"ack":{"type":"integer"},"length":{"type":"integer"}}};
const schema51 = {"type":["string","null"],"pattern":"^[0-9a-f]{64}$"};
const pattern6 = new RegExp("^[0-9a-f]{64}$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.file === undefined) && (missing0 = "file")) || ((data.sha256 === undefined) && (missing0 = "sha256"))) || ((data.frame === undefined) && (missing0 = "frame"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.point === undefined) && (missing0 = "point"))){
validate28.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema50.required,parentSchema:schema50,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema50.properties, key0))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.file !== undefined){
let data0 = data.file;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate28.errors = [{instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.file.type,parentSchema:schema50.properties.file,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha256 !== undefined){
let data1 = data.sha256;
const _errs4 = errors;
const _errs5 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate28.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: schema51.type},message:"must be string,null",schema:schema51.type,parentSchema:schema51,data:data1}];
return false;
}
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
validate28.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema51,data:data1}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frame !== undefined){
let data2 = data.frame;
const _errs7 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate28.errors = [{instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.frame.type,parentSchema:schema50.properties.frame,data:data2}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
let data3 = data.time;
const _errs9 = errors;
const _errs10 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate28.errors = [{instancePath:instancePath+"/time",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data3}];
return false;
}
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
validate28.errors = [{instancePath:instancePath+"/time",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data3}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.point !== undefined){
let data4 = data.point;
const _errs12 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate28.errors = [{instancePath:instancePath+"/point",schemaPath:"#/properties/point/type",keyword:"type",params:{type: schema50.properties.point.type},message:"must be string,null",schema:schema50.properties.point.type,parentSchema:schema50.properties.point,data:data4}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
let data5 = data.role;
const _errs14 = errors;
if(typeof data5 !== "string"){
validate28.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.role.type,parentSchema:schema50.properties.role,data:data5}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vlan !== undefined){
let data6 = data.vlan;
const _errs16 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate28.errors = [{instancePath:instancePath+"/vlan",schemaPath:"#/properties/vlan/type",keyword:"type",params:{type: schema50.properties.vlan.type},message:"must be string,null",schema:schema50.properties.vlan.type,parentSchema:schema50.properties.vlan,data:data6}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sourceMac !== undefined){
let data7 = data.sourceMac;
const _errs18 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate28.errors = [{instancePath:instancePath+"/sourceMac",schemaPath:"#/properties/sourceMac/type",keyword:"type",params:{type: schema50.properties.sourceMac.type},message:"must be string,null",schema:schema50.properties.sourceMac.type,parentSchema:schema50.properties.sourceMac,data:data7}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.destinationMac !== undefined){
let data8 = data.destinationMac;
const _errs20 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate28.errors = [{instancePath:instancePath+"/destinationMac",schemaPath:"#/properties/destinationMac/type",keyword:"type",params:{type: schema50.properties.destinationMac.type},message:"must be string,null",schema:schema50.properties.destinationMac.type,parentSchema:schema50.properties.destinationMac,data:data8}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
let data9 = data.source;
const _errs22 = errors;
if(typeof data9 !== "string"){
validate28.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.source.type,parentSchema:schema50.properties.source,data:data9}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.destination !== undefined){
let data10 = data.destination;
const _errs24 = errors;
if(typeof data10 !== "string"){
validate28.errors = [{instancePath:instancePath+"/destination",schemaPath:"#/properties/destination/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.destination.type,parentSchema:schema50.properties.destination,data:data10}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ttl !== undefined){
let data11 = data.ttl;
const _errs26 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate28.errors = [{instancePath:instancePath+"/ttl",schemaPath:"#/properties/ttl/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.ttl.type,parentSchema:schema50.properties.ttl,data:data11}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proto !== undefined){
let data12 = data.proto;
const _errs28 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate28.errors = [{instancePath:instancePath+"/proto",schemaPath:"#/properties/proto/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.proto.type,parentSchema:schema50.properties.proto,data:data12}];
return false;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sourcePort !== undefined){
let data13 = data.sourcePort;
const _errs30 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate28.errors = [{instancePath:instancePath+"/sourcePort",schemaPath:"#/properties/sourcePort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.sourcePort.type,parentSchema:schema50.properties.sourcePort,data:data13}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.destinationPort !== undefined){
let data14 = data.destinationPort;
const _errs32 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate28.errors = [{instancePath:instancePath+"/destinationPort",schemaPath:"#/properties/destinationPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.destinationPort.type,parentSchema:schema50.properties.destinationPort,data:data14}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tcpFlags !== undefined){
let data15 = data.tcpFlags;
const _errs34 = errors;
if(typeof data15 !== "string"){
validate28.errors = [{instancePath:instancePath+"/tcpFlags",schemaPath:"#/properties/tcpFlags/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.tcpFlags.type,parentSchema:schema50.properties.tcpFlags,data:data15}];
return false;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seq !== undefined){
let data16 = data.seq;
const _errs36 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate28.errors = [{instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.seq.type,parentSchema:schema50.properties.seq,data:data16}];
return false;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ack !== undefined){
let data17 = data.ack;
const _errs38 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate28.errors = [{instancePath:instancePath+"/ack",schemaPath:"#/properties/ack/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.ack.type,parentSchema:schema50.properties.ack,data:data17}];
return false;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.length !== undefined){
let data18 = data.length;
const _errs40 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate28.errors = [{instancePath:instancePath+"/length",schemaPath:"#/properties/length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.length.type,parentSchema:schema50.properties.length,data:data18}];
return false;
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.type,parentSchema:schema50,data}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((((((data.id === undefined) && (missing0 = "id")) || ((data.rule === undefined) && (missing0 = "rule"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.verdict === undefined) && (missing0 = "verdict"))) || ((data.severity === undefined) && (missing0 = "severity"))) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.title === undefined) && (missing0 = "title"))) || ((data.summary === undefined) && (missing0 = "summary"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.service === undefined) && (missing0 = "service"))) || ((data.first === undefined) && (missing0 = "first"))) || ((data.last === undefined) && (missing0 = "last"))) || ((data.flows === undefined) && (missing0 = "flows"))) || ((data.packets === undefined) && (missing0 = "packets"))) || ((data.bytes === undefined) && (missing0 = "bytes"))) || ((data.conduit === undefined) && (missing0 = "conduit"))) || ((data.evidence === undefined) && (missing0 = "evidence"))) || ((data.reasons === undefined) && (missing0 = "reasons"))) || ((data.related === undefined) && (missing0 = "related"))) || ((data.limits === undefined) && (missing0 = "limits"))) || ((data.remedy === undefined) && (missing0 = "remedy"))){
validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema40.required,parentSchema:schema40,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema40.properties, key0))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate27.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.id.type,parentSchema:schema40.properties.id,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rule !== undefined){
let data1 = data.rule;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate27.errors = [{instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.rule.type,parentSchema:schema40.properties.rule,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
let data2 = data.clause;
const _errs6 = errors;
if(!(((data2 === "A") || (data2 === "I")) || (data2 === "U"))){
validate27.errors = [{instancePath:instancePath+"/clause",schemaPath:"#/$defs/clause/enum",keyword:"enum",params:{allowedValues: schema41.enum},message:"must be equal to one of the allowed values",schema:schema41.enum,parentSchema:schema41,data:data2}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined){
let data3 = data.verdict;
const _errs8 = errors;
if(!((((((data3 === "violation") || (data3 === "suspected")) || (data3 === "attempt")) || (data3 === "blocked")) || (data3 === "observation")) || (data3 === "undetermined"))){
validate27.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/$defs/verdict/enum",keyword:"enum",params:{allowedValues: schema42.enum},message:"must be equal to one of the allowed values",schema:schema42.enum,parentSchema:schema42,data:data3}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.severity !== undefined){
let data4 = data.severity;
const _errs10 = errors;
if(!(((((data4 === "critical") || (data4 === "high")) || (data4 === "medium")) || (data4 === "low")) || (data4 === "info"))){
validate27.errors = [{instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema43.enum},message:"must be equal to one of the allowed values",schema:schema43.enum,parentSchema:schema43,data:data4}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
let data5 = data.outcome;
const _errs12 = errors;
if(!(((((((((((data5 === "data") || (data5 === "established")) || (data5 === "reachable")) || (data5 === "l7Blocked")) || (data5 === "rejectedUnknown")) || (data5 === "noAnswer")) || (data5 === "oneWay")) || (data5 === "midstream")) || (data5 === "cut")) || (data5 === "blocked")) || (data5 === null))){
validate27.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema40.properties.outcome.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.outcome.enum,parentSchema:schema40.properties.outcome,data:data5}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
let data6 = data.title;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((data6.ja === undefined) && (missing1 = "ja")) || ((data6.en === undefined) && (missing1 = "en"))){
validate27.errors = [{instancePath:instancePath+"/title",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema35.required,parentSchema:schema35,data:data6}];
return false;
}
else {
const _errs16 = errors;
for(const key1 in data6){
if(!((key1 === "ja") || (key1 === "en"))){
delete data6[key1];
}
}
if(_errs16 === errors){
if(data6.ja !== undefined){
let data7 = data6.ja;
const _errs17 = errors;
if(typeof data7 !== "string"){
validate27.errors = [{instancePath:instancePath+"/title/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data7}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.en !== undefined){
let data8 = data6.en;
const _errs19 = errors;
if(typeof data8 !== "string"){
validate27.errors = [{instancePath:instancePath+"/title/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data8}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/title",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data6}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data9 = data.summary;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.ja === undefined) && (missing2 = "ja")) || ((data9.en === undefined) && (missing2 = "en"))){
validate27.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema35.required,parentSchema:schema35,data:data9}];
return false;
}
else {
const _errs24 = errors;
for(const key2 in data9){
if(!((key2 === "ja") || (key2 === "en"))){
delete data9[key2];
}
}
if(_errs24 === errors){
if(data9.ja !== undefined){
let data10 = data9.ja;
const _errs25 = errors;
if(typeof data10 !== "string"){
validate27.errors = [{instancePath:instancePath+"/summary/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data10}];
return false;
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.en !== undefined){
let data11 = data9.en;
const _errs27 = errors;
if(typeof data11 !== "string"){
validate27.errors = [{instancePath:instancePath+"/summary/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data11}];
return false;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data9}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
let data12 = data.from;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing3;
if(((((data12.zone === undefined) && (missing3 = "zone")) || ((data12.address === undefined) && (missing3 = "address"))) || ((data12.host === undefined) && (missing3 = "host"))) || ((data12.mac === undefined) && (missing3 = "mac"))){
validate27.errors = [{instancePath:instancePath+"/from",schemaPath:"#/$defs/end/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema46.required,parentSchema:schema46,data:data12}];
return false;
}
else {
const _errs32 = errors;
for(const key3 in data12){
if(!((((key3 === "zone") || (key3 === "address")) || (key3 === "host")) || (key3 === "mac"))){
delete data12[key3];
}
}
if(_errs32 === errors){
if(data12.zone !== undefined){
let data13 = data12.zone;
const _errs33 = errors;
if(!((((((((((((data13 === "mynumber") || (data13 === "lgwan")) || (data13 === "internet")) || (data13 === "lgwan-wan")) || (data13 === "juki-net")) || (data13 === "govcloud")) || (data13 === "security-cloud")) || (data13 === "public")) || (data13 === "mgmt")) || (data13 === "unassigned")) || (data13 === "special")) || (data13 === null))){
validate27.errors = [{instancePath:instancePath+"/from/zone",schemaPath:"#/$defs/end/properties/zone/enum",keyword:"enum",params:{allowedValues: schema46.properties.zone.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.zone.enum,parentSchema:schema46.properties.zone,data:data13}];
return false;
}
var valid9 = _errs33 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data12.address !== undefined){
let data14 = data12.address;
const _errs34 = errors;
if((typeof data14 !== "string") && (data14 !== null)){
validate27.errors = [{instancePath:instancePath+"/from/address",schemaPath:"#/$defs/end/properties/address/type",keyword:"type",params:{type: schema46.properties.address.type},message:"must be string,null",schema:schema46.properties.address.type,parentSchema:schema46.properties.address,data:data14}];
return false;
}
var valid9 = _errs34 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data12.host !== undefined){
let data15 = data12.host;
const _errs36 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
validate27.errors = [{instancePath:instancePath+"/from/host",schemaPath:"#/$defs/end/properties/host/type",keyword:"type",params:{type: schema46.properties.host.type},message:"must be string,null",schema:schema46.properties.host.type,parentSchema:schema46.properties.host,data:data15}];
return false;
}
var valid9 = _errs36 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data12.mac !== undefined){
let data16 = data12.mac;
const _errs38 = errors;
if((typeof data16 !== "string") && (data16 !== null)){
validate27.errors = [{instancePath:instancePath+"/from/mac",schemaPath:"#/$defs/end/properties/mac/type",keyword:"type",params:{type: schema46.properties.mac.type},message:"must be string,null",schema:schema46.properties.mac.type,parentSchema:schema46.properties.mac,data:data16}];
return false;
}
var valid9 = _errs38 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/from",schemaPath:"#/$defs/end/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data12}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
let data17 = data.to;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing4;
if(((((data17.zone === undefined) && (missing4 = "zone")) || ((data17.address === undefined) && (missing4 = "address"))) || ((data17.host === undefined) && (missing4 = "host"))) || ((data17.mac === undefined) && (missing4 = "mac"))){
validate27.errors = [{instancePath:instancePath+"/to",schemaPath:"#/$defs/end/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema46.required,parentSchema:schema46,data:data17}];
return false;
}
else {
const _errs43 = errors;
for(const key4 in data17){
if(!((((key4 === "zone") || (key4 === "address")) || (key4 === "host")) || (key4 === "mac"))){
delete data17[key4];
}
}
if(_errs43 === errors){
if(data17.zone !== undefined){
let data18 = data17.zone;
const _errs44 = errors;
if(!((((((((((((data18 === "mynumber") || (data18 === "lgwan")) || (data18 === "internet")) || (data18 === "lgwan-wan")) || (data18 === "juki-net")) || (data18 === "govcloud")) || (data18 === "security-cloud")) || (data18 === "public")) || (data18 === "mgmt")) || (data18 === "unassigned")) || (data18 === "special")) || (data18 === null))){
validate27.errors = [{instancePath:instancePath+"/to/zone",schemaPath:"#/$defs/end/properties/zone/enum",keyword:"enum",params:{allowedValues: schema46.properties.zone.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.zone.enum,parentSchema:schema46.properties.zone,data:data18}];
return false;
}
var valid11 = _errs44 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.address !== undefined){
let data19 = data17.address;
const _errs45 = errors;
if((typeof data19 !== "string") && (data19 !== null)){
validate27.errors = [{instancePath:instancePath+"/to/address",schemaPath:"#/$defs/end/properties/address/type",keyword:"type",params:{type: schema46.properties.address.type},message:"must be string,null",schema:schema46.properties.address.type,parentSchema:schema46.properties.address,data:data19}];
return false;
}
var valid11 = _errs45 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.host !== undefined){
let data20 = data17.host;
const _errs47 = errors;
if((typeof data20 !== "string") && (data20 !== null)){
validate27.errors = [{instancePath:instancePath+"/to/host",schemaPath:"#/$defs/end/properties/host/type",keyword:"type",params:{type: schema46.properties.host.type},message:"must be string,null",schema:schema46.properties.host.type,parentSchema:schema46.properties.host,data:data20}];
return false;
}
var valid11 = _errs47 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.mac !== undefined){
let data21 = data17.mac;
const _errs49 = errors;
if((typeof data21 !== "string") && (data21 !== null)){
validate27.errors = [{instancePath:instancePath+"/to/mac",schemaPath:"#/$defs/end/properties/mac/type",keyword:"type",params:{type: schema46.properties.mac.type},message:"must be string,null",schema:schema46.properties.mac.type,parentSchema:schema46.properties.mac,data:data21}];
return false;
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/to",schemaPath:"#/$defs/end/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data17}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.service !== undefined){
let data22 = data.service;
const _errs51 = errors;
if((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (data22 !== null)){
validate27.errors = [{instancePath:instancePath+"/service",schemaPath:"#/properties/service/type",keyword:"type",params:{type: schema40.properties.service.type},message:"must be object,null",schema:schema40.properties.service.type,parentSchema:schema40.properties.service,data:data22}];
return false;
}
if(errors === _errs51){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing5;
if(((data22.proto === undefined) && (missing5 = "proto")) || ((data22.port === undefined) && (missing5 = "port"))){
validate27.errors = [{instancePath:instancePath+"/service",schemaPath:"#/properties/service/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'",schema:schema40.properties.service.required,parentSchema:schema40.properties.service,data:data22}];
return false;
}
else {
const _errs53 = errors;
for(const key5 in data22){
if(!(((key5 === "proto") || (key5 === "port")) || (key5 === "name"))){
delete data22[key5];
}
}
if(_errs53 === errors){
if(data22.proto !== undefined){
let data23 = data22.proto;
const _errs54 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate27.errors = [{instancePath:instancePath+"/service/proto",schemaPath:"#/properties/service/properties/proto/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.service.properties.proto.type,parentSchema:schema40.properties.service.properties.proto,data:data23}];
return false;
}
var valid12 = _errs54 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data22.port !== undefined){
let data24 = data22.port;
const _errs56 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate27.errors = [{instancePath:instancePath+"/service/port",schemaPath:"#/properties/service/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.service.properties.port.type,parentSchema:schema40.properties.service.properties.port,data:data24}];
return false;
}
var valid12 = _errs56 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data22.name !== undefined){
let data25 = data22.name;
const _errs58 = errors;
if(typeof data25 !== "string"){
validate27.errors = [{instancePath:instancePath+"/service/name",schemaPath:"#/properties/service/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.service.properties.name.type,parentSchema:schema40.properties.service.properties.name,data:data25}];
return false;
}
var valid12 = _errs58 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.first !== undefined){
let data26 = data.first;
const _errs60 = errors;
const _errs61 = errors;
if((typeof data26 !== "string") && (data26 !== null)){
validate27.errors = [{instancePath:instancePath+"/first",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data26}];
return false;
}
if(errors === _errs61){
if(typeof data26 === "string"){
if(!pattern4.test(data26)){
validate27.errors = [{instancePath:instancePath+"/first",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data26}];
return false;
}
}
}
var valid0 = _errs60 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last !== undefined){
let data27 = data.last;
const _errs63 = errors;
const _errs64 = errors;
if((typeof data27 !== "string") && (data27 !== null)){
validate27.errors = [{instancePath:instancePath+"/last",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data27}];
return false;
}
if(errors === _errs64){
if(typeof data27 === "string"){
if(!pattern4.test(data27)){
validate27.errors = [{instancePath:instancePath+"/last",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data27}];
return false;
}
}
}
var valid0 = _errs63 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.flows !== undefined){
let data28 = data.flows;
const _errs66 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate27.errors = [{instancePath:instancePath+"/flows",schemaPath:"#/properties/flows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.flows.type,parentSchema:schema40.properties.flows,data:data28}];
return false;
}
var valid0 = _errs66 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packets !== undefined){
let data29 = data.packets;
const _errs68 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate27.errors = [{instancePath:instancePath+"/packets",schemaPath:"#/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.packets.type,parentSchema:schema40.properties.packets,data:data29}];
return false;
}
var valid0 = _errs68 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bytes !== undefined){
let data30 = data.bytes;
const _errs70 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate27.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.bytes.type,parentSchema:schema40.properties.bytes,data:data30}];
return false;
}
var valid0 = _errs70 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conduit !== undefined){
let data31 = data.conduit;
const _errs72 = errors;
if((!(data31 && typeof data31 == "object" && !Array.isArray(data31))) && (data31 !== null)){
validate27.errors = [{instancePath:instancePath+"/conduit",schemaPath:"#/properties/conduit/type",keyword:"type",params:{type: schema40.properties.conduit.type},message:"must be object,null",schema:schema40.properties.conduit.type,parentSchema:schema40.properties.conduit,data:data31}];
return false;
}
if(errors === _errs72){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing6;
if(((data31.nearest === undefined) && (missing6 = "nearest")) || ((data31.failed === undefined) && (missing6 = "failed"))){
validate27.errors = [{instancePath:instancePath+"/conduit",schemaPath:"#/properties/conduit/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'",schema:schema40.properties.conduit.required,parentSchema:schema40.properties.conduit,data:data31}];
return false;
}
else {
const _errs74 = errors;
for(const key6 in data31){
if(!((key6 === "nearest") || (key6 === "failed"))){
delete data31[key6];
}
}
if(_errs74 === errors){
if(data31.nearest !== undefined){
let data32 = data31.nearest;
const _errs75 = errors;
if(typeof data32 !== "string"){
validate27.errors = [{instancePath:instancePath+"/conduit/nearest",schemaPath:"#/properties/conduit/properties/nearest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.conduit.properties.nearest.type,parentSchema:schema40.properties.conduit.properties.nearest,data:data32}];
return false;
}
var valid15 = _errs75 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data31.failed !== undefined){
let data33 = data31.failed;
const _errs77 = errors;
if(!((((((((((data33 === "from") || (data33 === "to")) || (data33 === "protocol")) || (data33 === "initiator")) || (data33 === "ports")) || (data33 === "via")) || (data33 === "validity")) || (data33 === "hours")) || (data33 === "names")) || (data33 === null))){
validate27.errors = [{instancePath:instancePath+"/conduit/failed",schemaPath:"#/properties/conduit/properties/failed/enum",keyword:"enum",params:{allowedValues: schema40.properties.conduit.properties.failed.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.conduit.properties.failed.enum,parentSchema:schema40.properties.conduit.properties.failed,data:data33}];
return false;
}
var valid15 = _errs77 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
var valid0 = _errs72 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.evidence !== undefined){
let data34 = data.evidence;
const _errs78 = errors;
if(errors === _errs78){
if(Array.isArray(data34)){
var valid16 = true;
const len0 = data34.length;
for(let i0=0; i0<len0; i0++){
const _errs80 = errors;
if(!(validate28(data34[i0], {instancePath:instancePath+"/evidence/" + i0,parentData:data34,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid16 = _errs80 === errors;
if(!valid16){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.evidence.type,parentSchema:schema40.properties.evidence,data:data34}];
return false;
}
}
var valid0 = _errs78 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.indicators !== undefined){
let data36 = data.indicators;
const _errs81 = errors;
if(errors === _errs81){
if(Array.isArray(data36)){
var valid17 = true;
const len1 = data36.length;
for(let i1=0; i1<len1; i1++){
let data37 = data36[i1];
const _errs83 = errors;
if(errors === _errs83){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing7;
if(((data37.field === undefined) && (missing7 = "field")) || ((data37.value === undefined) && (missing7 = "value"))){
validate27.errors = [{instancePath:instancePath+"/indicators/" + i1,schemaPath:"#/properties/indicators/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'",schema:schema40.properties.indicators.items.required,parentSchema:schema40.properties.indicators.items,data:data37}];
return false;
}
else {
const _errs85 = errors;
for(const key7 in data37){
if(!((key7 === "field") || (key7 === "value"))){
delete data37[key7];
}
}
if(_errs85 === errors){
if(data37.field !== undefined){
let data38 = data37.field;
const _errs86 = errors;
if(typeof data38 !== "string"){
validate27.errors = [{instancePath:instancePath+"/indicators/" + i1+"/field",schemaPath:"#/properties/indicators/items/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.indicators.items.properties.field.type,parentSchema:schema40.properties.indicators.items.properties.field,data:data38}];
return false;
}
var valid18 = _errs86 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data37.value !== undefined){
let data39 = data37.value;
const _errs88 = errors;
if(typeof data39 !== "string"){
validate27.errors = [{instancePath:instancePath+"/indicators/" + i1+"/value",schemaPath:"#/properties/indicators/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.indicators.items.properties.value.type,parentSchema:schema40.properties.indicators.items.properties.value,data:data39}];
return false;
}
var valid18 = _errs88 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/indicators/" + i1,schemaPath:"#/properties/indicators/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.indicators.items.type,parentSchema:schema40.properties.indicators.items,data:data37}];
return false;
}
}
var valid17 = _errs83 === errors;
if(!valid17){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/indicators",schemaPath:"#/properties/indicators/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.indicators.type,parentSchema:schema40.properties.indicators,data:data36}];
return false;
}
}
var valid0 = _errs81 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
let data40 = data.reasons;
const _errs90 = errors;
if(errors === _errs90){
if(Array.isArray(data40)){
var valid19 = true;
const len2 = data40.length;
for(let i2=0; i2<len2; i2++){
let data41 = data40[i2];
const _errs92 = errors;
if(typeof data41 !== "string"){
validate27.errors = [{instancePath:instancePath+"/reasons/" + i2,schemaPath:"#/properties/reasons/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.reasons.items.type,parentSchema:schema40.properties.reasons.items,data:data41}];
return false;
}
var valid19 = _errs92 === errors;
if(!valid19){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.reasons.type,parentSchema:schema40.properties.reasons,data:data40}];
return false;
}
}
var valid0 = _errs90 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.related !== undefined){
let data42 = data.related;
const _errs94 = errors;
if(errors === _errs94){
if(Array.isArray(data42)){
var valid20 = true;
const len3 = data42.length;
for(let i3=0; i3<len3; i3++){
let data43 = data42[i3];
const _errs96 = errors;
if(typeof data43 !== "string"){
validate27.errors = [{instancePath:instancePath+"/related/" + i3,schemaPath:"#/properties/related/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.related.items.type,parentSchema:schema40.properties.related.items,data:data43}];
return false;
}
var valid20 = _errs96 === errors;
if(!valid20){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/related",schemaPath:"#/properties/related/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.related.type,parentSchema:schema40.properties.related,data:data42}];
return false;
}
}
var valid0 = _errs94 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limits !== undefined){
let data44 = data.limits;
const _errs98 = errors;
if(errors === _errs98){
if(Array.isArray(data44)){
var valid21 = true;
const len4 = data44.length;
for(let i4=0; i4<len4; i4++){
let data45 = data44[i4];
const _errs100 = errors;
const _errs101 = errors;
if(errors === _errs101){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing8;
if(((data45.ja === undefined) && (missing8 = "ja")) || ((data45.en === undefined) && (missing8 = "en"))){
validate27.errors = [{instancePath:instancePath+"/limits/" + i4,schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'",schema:schema35.required,parentSchema:schema35,data:data45}];
return false;
}
else {
const _errs103 = errors;
for(const key8 in data45){
if(!((key8 === "ja") || (key8 === "en"))){
delete data45[key8];
}
}
if(_errs103 === errors){
if(data45.ja !== undefined){
let data46 = data45.ja;
const _errs104 = errors;
if(typeof data46 !== "string"){
validate27.errors = [{instancePath:instancePath+"/limits/" + i4+"/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data46}];
return false;
}
var valid23 = _errs104 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data45.en !== undefined){
let data47 = data45.en;
const _errs106 = errors;
if(typeof data47 !== "string"){
validate27.errors = [{instancePath:instancePath+"/limits/" + i4+"/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data47}];
return false;
}
var valid23 = _errs106 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/limits/" + i4,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data45}];
return false;
}
}
var valid21 = _errs100 === errors;
if(!valid21){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.limits.type,parentSchema:schema40.properties.limits,data:data44}];
return false;
}
}
var valid0 = _errs98 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remedy !== undefined){
let data48 = data.remedy;
const _errs108 = errors;
const _errs109 = errors;
if(errors === _errs109){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing9;
if(((data48.ja === undefined) && (missing9 = "ja")) || ((data48.en === undefined) && (missing9 = "en"))){
validate27.errors = [{instancePath:instancePath+"/remedy",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'",schema:schema35.required,parentSchema:schema35,data:data48}];
return false;
}
else {
const _errs111 = errors;
for(const key9 in data48){
if(!((key9 === "ja") || (key9 === "en"))){
delete data48[key9];
}
}
if(_errs111 === errors){
if(data48.ja !== undefined){
let data49 = data48.ja;
const _errs112 = errors;
if(typeof data49 !== "string"){
validate27.errors = [{instancePath:instancePath+"/remedy/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data49}];
return false;
}
var valid25 = _errs112 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data48.en !== undefined){
let data50 = data48.en;
const _errs114 = errors;
if(typeof data50 !== "string"){
validate27.errors = [{instancePath:instancePath+"/remedy/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data50}];
return false;
}
var valid25 = _errs114 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/remedy",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data48}];
return false;
}
}
var valid0 = _errs108 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data51 = data.status;
const _errs116 = errors;
if(!((((data51 === "new") || (data51 === "ongoing")) || (data51 === "gone")) || (data51 === "gone-unobserved"))){
validate27.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema40.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.status.enum,parentSchema:schema40.properties.status,data:data51}];
return false;
}
var valid0 = _errs116 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accepted !== undefined){
let data52 = data.accepted;
const _errs117 = errors;
const _errs118 = errors;
if(errors === _errs118){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
let missing10;
if(((((((data52.entry === undefined) && (missing10 = "entry")) || ((data52.reason === undefined) && (missing10 = "reason"))) || ((data52.approver === undefined) && (missing10 = "approver"))) || ((data52.ticket === undefined) && (missing10 = "ticket"))) || ((data52.until === undefined) && (missing10 = "until"))) || ((data52.settledBy === undefined) && (missing10 = "settledBy"))){
validate27.errors = [{instancePath:instancePath+"/accepted",schemaPath:"#/$defs/acceptance/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'",schema:schema55.required,parentSchema:schema55,data:data52}];
return false;
}
else {
const _errs120 = errors;
for(const key10 in data52){
if(!((((((key10 === "entry") || (key10 === "reason")) || (key10 === "approver")) || (key10 === "ticket")) || (key10 === "until")) || (key10 === "settledBy"))){
delete data52[key10];
}
}
if(_errs120 === errors){
if(data52.entry !== undefined){
let data53 = data52.entry;
const _errs121 = errors;
if(typeof data53 !== "string"){
validate27.errors = [{instancePath:instancePath+"/accepted/entry",schemaPath:"#/$defs/acceptance/properties/entry/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.entry.type,parentSchema:schema55.properties.entry,data:data53}];
return false;
}
var valid27 = _errs121 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data52.reason !== undefined){
let data54 = data52.reason;
const _errs123 = errors;
if(typeof data54 !== "string"){
validate27.errors = [{instancePath:instancePath+"/accepted/reason",schemaPath:"#/$defs/acceptance/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.reason.type,parentSchema:schema55.properties.reason,data:data54}];
return false;
}
var valid27 = _errs123 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data52.approver !== undefined){
let data55 = data52.approver;
const _errs125 = errors;
if(typeof data55 !== "string"){
validate27.errors = [{instancePath:instancePath+"/accepted/approver",schemaPath:"#/$defs/acceptance/properties/approver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.approver.type,parentSchema:schema55.properties.approver,data:data55}];
return false;
}
var valid27 = _errs125 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data52.ticket !== undefined){
let data56 = data52.ticket;
const _errs127 = errors;
if((typeof data56 !== "string") && (data56 !== null)){
validate27.errors = [{instancePath:instancePath+"/accepted/ticket",schemaPath:"#/$defs/acceptance/properties/ticket/type",keyword:"type",params:{type: schema55.properties.ticket.type},message:"must be string,null",schema:schema55.properties.ticket.type,parentSchema:schema55.properties.ticket,data:data56}];
return false;
}
var valid27 = _errs127 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data52.until !== undefined){
let data57 = data52.until;
const _errs129 = errors;
if((typeof data57 !== "string") && (data57 !== null)){
validate27.errors = [{instancePath:instancePath+"/accepted/until",schemaPath:"#/$defs/acceptance/properties/until/type",keyword:"type",params:{type: schema55.properties.until.type},message:"must be string,null",schema:schema55.properties.until.type,parentSchema:schema55.properties.until,data:data57}];
return false;
}
var valid27 = _errs129 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data52.settledBy !== undefined){
let data58 = data52.settledBy;
const _errs131 = errors;
if((typeof data58 !== "string") && (data58 !== null)){
validate27.errors = [{instancePath:instancePath+"/accepted/settledBy",schemaPath:"#/$defs/acceptance/properties/settledBy/type",keyword:"type",params:{type: schema55.properties.settledBy.type},message:"must be string,null",schema:schema55.properties.settledBy.type,parentSchema:schema55.properties.settledBy,data:data58}];
return false;
}
var valid27 = _errs131 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/accepted",schemaPath:"#/$defs/acceptance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.type,parentSchema:schema55,data:data52}];
return false;
}
}
var valid0 = _errs117 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema56 = {"type":"object","additionalProperties":false,"required":["check","point","value","effect","message"],"properties":{"check":{"type":"string"},"point":{"type":["string","null"]},"value":{"type":["number","string","null"]},"effect":{"enum":["none","note","undetermined"]},"clauses":{"type":"array","items":{"enum":["A","I","U"]}},"message":{"$ref":"#/$defs/text"}}};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.check === undefined) && (missing0 = "check")) || ((data.point === undefined) && (missing0 = "point"))) || ((data.value === undefined) && (missing0 = "value"))) || ((data.effect === undefined) && (missing0 = "effect"))) || ((data.message === undefined) && (missing0 = "message"))){
validate31.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema56.required,parentSchema:schema56,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "check") || (key0 === "point")) || (key0 === "value")) || (key0 === "effect")) || (key0 === "clauses")) || (key0 === "message"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.check !== undefined){
let data0 = data.check;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate31.errors = [{instancePath:instancePath+"/check",schemaPath:"#/properties/check/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.check.type,parentSchema:schema56.properties.check,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.point !== undefined){
let data1 = data.point;
const _errs4 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate31.errors = [{instancePath:instancePath+"/point",schemaPath:"#/properties/point/type",keyword:"type",params:{type: schema56.properties.point.type},message:"must be string,null",schema:schema56.properties.point.type,parentSchema:schema56.properties.point,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
let data2 = data.value;
const _errs6 = errors;
if(((!((typeof data2 == "number") && (isFinite(data2)))) && (typeof data2 !== "string")) && (data2 !== null)){
validate31.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema56.properties.value.type},message:"must be number,string,null",schema:schema56.properties.value.type,parentSchema:schema56.properties.value,data:data2}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.effect !== undefined){
let data3 = data.effect;
const _errs8 = errors;
if(!(((data3 === "none") || (data3 === "note")) || (data3 === "undetermined"))){
validate31.errors = [{instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema56.properties.effect.enum},message:"must be equal to one of the allowed values",schema:schema56.properties.effect.enum,parentSchema:schema56.properties.effect,data:data3}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clauses !== undefined){
let data4 = data.clauses;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs11 = errors;
if(!(((data5 === "A") || (data5 === "I")) || (data5 === "U"))){
validate31.errors = [{instancePath:instancePath+"/clauses/" + i0,schemaPath:"#/properties/clauses/items/enum",keyword:"enum",params:{allowedValues: schema56.properties.clauses.items.enum},message:"must be equal to one of the allowed values",schema:schema56.properties.clauses.items.enum,parentSchema:schema56.properties.clauses.items,data:data5}];
return false;
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/clauses",schemaPath:"#/properties/clauses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema56.properties.clauses.type,parentSchema:schema56.properties.clauses,data:data4}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
let data6 = data.message;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((data6.ja === undefined) && (missing1 = "ja")) || ((data6.en === undefined) && (missing1 = "en"))){
validate31.errors = [{instancePath:instancePath+"/message",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema35.required,parentSchema:schema35,data:data6}];
return false;
}
else {
const _errs15 = errors;
for(const key1 in data6){
if(!((key1 === "ja") || (key1 === "en"))){
delete data6[key1];
}
}
if(_errs15 === errors){
if(data6.ja !== undefined){
let data7 = data6.ja;
const _errs16 = errors;
if(typeof data7 !== "string"){
validate31.errors = [{instancePath:instancePath+"/message/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data7}];
return false;
}
var valid3 = _errs16 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.en !== undefined){
let data8 = data6.en;
const _errs18 = errors;
if(typeof data8 !== "string"){
validate31.errors = [{instancePath:instancePath+"/message/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data8}];
return false;
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data6}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate31.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.type,parentSchema:schema56,data}];
return false;
}
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema58 = {"type":"object","additionalProperties":false,"required":["points","zones","conduits","boundaries","notVerifiable","notChecked"],"properties":{"points":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["point","declared","files","packets","first","last","vlans"],"properties":{"point":{"type":["string","null"]},"declared":{"type":"boolean"},"files":{"type":"integer"},"packets":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"vlans":{"type":"array","items":{"type":"string"}}}}},"zones":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","hostsDeclared","hostsSeen","hostsUnseen"],"properties":{"zone":{"type":"string"},"hostsDeclared":{"type":"integer"},"hostsSeen":{"type":"integer"},"hostsUnseen":{"type":"integer"}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["conduit","title","flows","bytes","first","last"],"properties":{"use":{"type":"object","additionalProperties":false,"required":["initiators","responders","ports","capped"],"properties":{"initiators":{"type":"integer"},"responders":{"type":"integer"},"ports":{"type":"array","items":{"type":"integer"}},"capped":{"type":"boolean"}}},"conduit":{"type":"string"},"title":{"type":"string"},"flows":{"type":"integer"},"bytes":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"}}}},"boundaries":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["boundary","gateway","sides","result"],"properties":{"boundary":{"type":"string"},"gateway":{"type":"string"},"sides":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","points","packets"],"properties":{"zone":{"type":"string"},"points":{"type":"array","items":{"type":"string"}},"packets":{"type":"integer"}}}},"result":{"enum":["observed","one-side","not-observed"]}}}},"notVerifiable":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["clause","words","otherEvidence"],"properties":{"clause":{"$ref":"#/$defs/clause"},"words":{"$ref":"#/$defs/text"},"otherEvidence":{"$ref":"#/$defs/text"}}}},"notChecked":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","title","why"],"properties":{"rule":{"type":"string"},"title":{"$ref":"#/$defs/text"},"why":{"$ref":"#/$defs/text"}}}}}};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.points === undefined) && (missing0 = "points")) || ((data.zones === undefined) && (missing0 = "zones"))) || ((data.conduits === undefined) && (missing0 = "conduits"))) || ((data.boundaries === undefined) && (missing0 = "boundaries"))) || ((data.notVerifiable === undefined) && (missing0 = "notVerifiable"))) || ((data.notChecked === undefined) && (missing0 = "notChecked"))){
validate33.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema58.required,parentSchema:schema58,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "points") || (key0 === "zones")) || (key0 === "conduits")) || (key0 === "boundaries")) || (key0 === "notVerifiable")) || (key0 === "notChecked"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.points !== undefined){
let data0 = data.points;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((((((data1.point === undefined) && (missing1 = "point")) || ((data1.declared === undefined) && (missing1 = "declared"))) || ((data1.files === undefined) && (missing1 = "files"))) || ((data1.packets === undefined) && (missing1 = "packets"))) || ((data1.first === undefined) && (missing1 = "first"))) || ((data1.last === undefined) && (missing1 = "last"))) || ((data1.vlans === undefined) && (missing1 = "vlans"))){
validate33.errors = [{instancePath:instancePath+"/points/" + i0,schemaPath:"#/properties/points/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema58.properties.points.items.required,parentSchema:schema58.properties.points.items,data:data1}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!(((((((key1 === "point") || (key1 === "declared")) || (key1 === "files")) || (key1 === "packets")) || (key1 === "first")) || (key1 === "last")) || (key1 === "vlans"))){
delete data1[key1];
}
}
if(_errs6 === errors){
if(data1.point !== undefined){
let data2 = data1.point;
const _errs7 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/point",schemaPath:"#/properties/points/items/properties/point/type",keyword:"type",params:{type: schema58.properties.points.items.properties.point.type},message:"must be string,null",schema:schema58.properties.points.items.properties.point.type,parentSchema:schema58.properties.points.items.properties.point,data:data2}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.declared !== undefined){
let data3 = data1.declared;
const _errs9 = errors;
if(typeof data3 !== "boolean"){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/declared",schemaPath:"#/properties/points/items/properties/declared/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema58.properties.points.items.properties.declared.type,parentSchema:schema58.properties.points.items.properties.declared,data:data3}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.files !== undefined){
let data4 = data1.files;
const _errs11 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/files",schemaPath:"#/properties/points/items/properties/files/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.points.items.properties.files.type,parentSchema:schema58.properties.points.items.properties.files,data:data4}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.packets !== undefined){
let data5 = data1.packets;
const _errs13 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/packets",schemaPath:"#/properties/points/items/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.points.items.properties.packets.type,parentSchema:schema58.properties.points.items.properties.packets,data:data5}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.first !== undefined){
let data6 = data1.first;
const _errs15 = errors;
const _errs16 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/first",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data6}];
return false;
}
if(errors === _errs16){
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/first",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data6}];
return false;
}
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.last !== undefined){
let data7 = data1.last;
const _errs18 = errors;
const _errs19 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/last",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data7}];
return false;
}
if(errors === _errs19){
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/last",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data7}];
return false;
}
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.vlans !== undefined){
let data8 = data1.vlans;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data8)){
var valid5 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs23 = errors;
if(typeof data9 !== "string"){
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/vlans/" + i1,schemaPath:"#/properties/points/items/properties/vlans/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.points.items.properties.vlans.items.type,parentSchema:schema58.properties.points.items.properties.vlans.items,data:data9}];
return false;
}
var valid5 = _errs23 === errors;
if(!valid5){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/points/" + i0+"/vlans",schemaPath:"#/properties/points/items/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.points.items.properties.vlans.type,parentSchema:schema58.properties.points.items.properties.vlans,data:data8}];
return false;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/points/" + i0,schemaPath:"#/properties/points/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.points.items.type,parentSchema:schema58.properties.points.items,data:data1}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/points",schemaPath:"#/properties/points/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.points.type,parentSchema:schema58.properties.points,data:data0}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zones !== undefined){
let data10 = data.zones;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data10)){
var valid6 = true;
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
const _errs27 = errors;
if(errors === _errs27){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if(((((data11.zone === undefined) && (missing2 = "zone")) || ((data11.hostsDeclared === undefined) && (missing2 = "hostsDeclared"))) || ((data11.hostsSeen === undefined) && (missing2 = "hostsSeen"))) || ((data11.hostsUnseen === undefined) && (missing2 = "hostsUnseen"))){
validate33.errors = [{instancePath:instancePath+"/zones/" + i2,schemaPath:"#/properties/zones/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema58.properties.zones.items.required,parentSchema:schema58.properties.zones.items,data:data11}];
return false;
}
else {
const _errs29 = errors;
for(const key2 in data11){
if(!((((key2 === "zone") || (key2 === "hostsDeclared")) || (key2 === "hostsSeen")) || (key2 === "hostsUnseen"))){
delete data11[key2];
}
}
if(_errs29 === errors){
if(data11.zone !== undefined){
let data12 = data11.zone;
const _errs30 = errors;
if(typeof data12 !== "string"){
validate33.errors = [{instancePath:instancePath+"/zones/" + i2+"/zone",schemaPath:"#/properties/zones/items/properties/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.zones.items.properties.zone.type,parentSchema:schema58.properties.zones.items.properties.zone,data:data12}];
return false;
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.hostsDeclared !== undefined){
let data13 = data11.hostsDeclared;
const _errs32 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate33.errors = [{instancePath:instancePath+"/zones/" + i2+"/hostsDeclared",schemaPath:"#/properties/zones/items/properties/hostsDeclared/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.zones.items.properties.hostsDeclared.type,parentSchema:schema58.properties.zones.items.properties.hostsDeclared,data:data13}];
return false;
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.hostsSeen !== undefined){
let data14 = data11.hostsSeen;
const _errs34 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate33.errors = [{instancePath:instancePath+"/zones/" + i2+"/hostsSeen",schemaPath:"#/properties/zones/items/properties/hostsSeen/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.zones.items.properties.hostsSeen.type,parentSchema:schema58.properties.zones.items.properties.hostsSeen,data:data14}];
return false;
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.hostsUnseen !== undefined){
let data15 = data11.hostsUnseen;
const _errs36 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate33.errors = [{instancePath:instancePath+"/zones/" + i2+"/hostsUnseen",schemaPath:"#/properties/zones/items/properties/hostsUnseen/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.zones.items.properties.hostsUnseen.type,parentSchema:schema58.properties.zones.items.properties.hostsUnseen,data:data15}];
return false;
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/zones/" + i2,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.zones.items.type,parentSchema:schema58.properties.zones.items,data:data11}];
return false;
}
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.zones.type,parentSchema:schema58.properties.zones,data:data10}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conduits !== undefined){
let data16 = data.conduits;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data16)){
var valid8 = true;
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
const _errs40 = errors;
if(errors === _errs40){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing3;
if(((((((data17.conduit === undefined) && (missing3 = "conduit")) || ((data17.title === undefined) && (missing3 = "title"))) || ((data17.flows === undefined) && (missing3 = "flows"))) || ((data17.bytes === undefined) && (missing3 = "bytes"))) || ((data17.first === undefined) && (missing3 = "first"))) || ((data17.last === undefined) && (missing3 = "last"))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3,schemaPath:"#/properties/conduits/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema58.properties.conduits.items.required,parentSchema:schema58.properties.conduits.items,data:data17}];
return false;
}
else {
const _errs42 = errors;
for(const key3 in data17){
if(!(((((((key3 === "use") || (key3 === "conduit")) || (key3 === "title")) || (key3 === "flows")) || (key3 === "bytes")) || (key3 === "first")) || (key3 === "last"))){
delete data17[key3];
}
}
if(_errs42 === errors){
if(data17.use !== undefined){
let data18 = data17.use;
const _errs43 = errors;
if(errors === _errs43){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing4;
if(((((data18.initiators === undefined) && (missing4 = "initiators")) || ((data18.responders === undefined) && (missing4 = "responders"))) || ((data18.ports === undefined) && (missing4 = "ports"))) || ((data18.capped === undefined) && (missing4 = "capped"))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use",schemaPath:"#/properties/conduits/items/properties/use/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema58.properties.conduits.items.properties.use.required,parentSchema:schema58.properties.conduits.items.properties.use,data:data18}];
return false;
}
else {
const _errs45 = errors;
for(const key4 in data18){
if(!((((key4 === "initiators") || (key4 === "responders")) || (key4 === "ports")) || (key4 === "capped"))){
delete data18[key4];
}
}
if(_errs45 === errors){
if(data18.initiators !== undefined){
let data19 = data18.initiators;
const _errs46 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use/initiators",schemaPath:"#/properties/conduits/items/properties/use/properties/initiators/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.conduits.items.properties.use.properties.initiators.type,parentSchema:schema58.properties.conduits.items.properties.use.properties.initiators,data:data19}];
return false;
}
var valid10 = _errs46 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.responders !== undefined){
let data20 = data18.responders;
const _errs48 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use/responders",schemaPath:"#/properties/conduits/items/properties/use/properties/responders/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.conduits.items.properties.use.properties.responders.type,parentSchema:schema58.properties.conduits.items.properties.use.properties.responders,data:data20}];
return false;
}
var valid10 = _errs48 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.ports !== undefined){
let data21 = data18.ports;
const _errs50 = errors;
if(errors === _errs50){
if(Array.isArray(data21)){
var valid11 = true;
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
let data22 = data21[i4];
const _errs52 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use/ports/" + i4,schemaPath:"#/properties/conduits/items/properties/use/properties/ports/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.conduits.items.properties.use.properties.ports.items.type,parentSchema:schema58.properties.conduits.items.properties.use.properties.ports.items,data:data22}];
return false;
}
var valid11 = _errs52 === errors;
if(!valid11){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use/ports",schemaPath:"#/properties/conduits/items/properties/use/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.conduits.items.properties.use.properties.ports.type,parentSchema:schema58.properties.conduits.items.properties.use.properties.ports,data:data21}];
return false;
}
}
var valid10 = _errs50 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.capped !== undefined){
let data23 = data18.capped;
const _errs54 = errors;
if(typeof data23 !== "boolean"){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use/capped",schemaPath:"#/properties/conduits/items/properties/use/properties/capped/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema58.properties.conduits.items.properties.use.properties.capped.type,parentSchema:schema58.properties.conduits.items.properties.use.properties.capped,data:data23}];
return false;
}
var valid10 = _errs54 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/use",schemaPath:"#/properties/conduits/items/properties/use/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.conduits.items.properties.use.type,parentSchema:schema58.properties.conduits.items.properties.use,data:data18}];
return false;
}
}
var valid9 = _errs43 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.conduit !== undefined){
let data24 = data17.conduit;
const _errs56 = errors;
if(typeof data24 !== "string"){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/conduit",schemaPath:"#/properties/conduits/items/properties/conduit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.conduits.items.properties.conduit.type,parentSchema:schema58.properties.conduits.items.properties.conduit,data:data24}];
return false;
}
var valid9 = _errs56 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.title !== undefined){
let data25 = data17.title;
const _errs58 = errors;
if(typeof data25 !== "string"){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/title",schemaPath:"#/properties/conduits/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.conduits.items.properties.title.type,parentSchema:schema58.properties.conduits.items.properties.title,data:data25}];
return false;
}
var valid9 = _errs58 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.flows !== undefined){
let data26 = data17.flows;
const _errs60 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/flows",schemaPath:"#/properties/conduits/items/properties/flows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.conduits.items.properties.flows.type,parentSchema:schema58.properties.conduits.items.properties.flows,data:data26}];
return false;
}
var valid9 = _errs60 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.bytes !== undefined){
let data27 = data17.bytes;
const _errs62 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/bytes",schemaPath:"#/properties/conduits/items/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.conduits.items.properties.bytes.type,parentSchema:schema58.properties.conduits.items.properties.bytes,data:data27}];
return false;
}
var valid9 = _errs62 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.first !== undefined){
let data28 = data17.first;
const _errs64 = errors;
const _errs65 = errors;
if((typeof data28 !== "string") && (data28 !== null)){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/first",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data28}];
return false;
}
if(errors === _errs65){
if(typeof data28 === "string"){
if(!pattern4.test(data28)){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/first",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data28}];
return false;
}
}
}
var valid9 = _errs64 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.last !== undefined){
let data29 = data17.last;
const _errs67 = errors;
const _errs68 = errors;
if((typeof data29 !== "string") && (data29 !== null)){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/last",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data29}];
return false;
}
if(errors === _errs68){
if(typeof data29 === "string"){
if(!pattern4.test(data29)){
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3+"/last",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data29}];
return false;
}
}
}
var valid9 = _errs67 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/conduits/" + i3,schemaPath:"#/properties/conduits/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.conduits.items.type,parentSchema:schema58.properties.conduits.items,data:data17}];
return false;
}
}
var valid8 = _errs40 === errors;
if(!valid8){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/conduits",schemaPath:"#/properties/conduits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.conduits.type,parentSchema:schema58.properties.conduits,data:data16}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.boundaries !== undefined){
let data30 = data.boundaries;
const _errs70 = errors;
if(errors === _errs70){
if(Array.isArray(data30)){
var valid14 = true;
const len5 = data30.length;
for(let i5=0; i5<len5; i5++){
let data31 = data30[i5];
const _errs72 = errors;
if(errors === _errs72){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing5;
if(((((data31.boundary === undefined) && (missing5 = "boundary")) || ((data31.gateway === undefined) && (missing5 = "gateway"))) || ((data31.sides === undefined) && (missing5 = "sides"))) || ((data31.result === undefined) && (missing5 = "result"))){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5,schemaPath:"#/properties/boundaries/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'",schema:schema58.properties.boundaries.items.required,parentSchema:schema58.properties.boundaries.items,data:data31}];
return false;
}
else {
const _errs74 = errors;
for(const key5 in data31){
if(!((((key5 === "boundary") || (key5 === "gateway")) || (key5 === "sides")) || (key5 === "result"))){
delete data31[key5];
}
}
if(_errs74 === errors){
if(data31.boundary !== undefined){
let data32 = data31.boundary;
const _errs75 = errors;
if(typeof data32 !== "string"){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/boundary",schemaPath:"#/properties/boundaries/items/properties/boundary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.boundaries.items.properties.boundary.type,parentSchema:schema58.properties.boundaries.items.properties.boundary,data:data32}];
return false;
}
var valid15 = _errs75 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data31.gateway !== undefined){
let data33 = data31.gateway;
const _errs77 = errors;
if(typeof data33 !== "string"){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/gateway",schemaPath:"#/properties/boundaries/items/properties/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.boundaries.items.properties.gateway.type,parentSchema:schema58.properties.boundaries.items.properties.gateway,data:data33}];
return false;
}
var valid15 = _errs77 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data31.sides !== undefined){
let data34 = data31.sides;
const _errs79 = errors;
if(errors === _errs79){
if(Array.isArray(data34)){
var valid16 = true;
const len6 = data34.length;
for(let i6=0; i6<len6; i6++){
let data35 = data34[i6];
const _errs81 = errors;
if(errors === _errs81){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing6;
if((((data35.zone === undefined) && (missing6 = "zone")) || ((data35.points === undefined) && (missing6 = "points"))) || ((data35.packets === undefined) && (missing6 = "packets"))){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides/" + i6,schemaPath:"#/properties/boundaries/items/properties/sides/items/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'",schema:schema58.properties.boundaries.items.properties.sides.items.required,parentSchema:schema58.properties.boundaries.items.properties.sides.items,data:data35}];
return false;
}
else {
const _errs83 = errors;
for(const key6 in data35){
if(!(((key6 === "zone") || (key6 === "points")) || (key6 === "packets"))){
delete data35[key6];
}
}
if(_errs83 === errors){
if(data35.zone !== undefined){
let data36 = data35.zone;
const _errs84 = errors;
if(typeof data36 !== "string"){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides/" + i6+"/zone",schemaPath:"#/properties/boundaries/items/properties/sides/items/properties/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.boundaries.items.properties.sides.items.properties.zone.type,parentSchema:schema58.properties.boundaries.items.properties.sides.items.properties.zone,data:data36}];
return false;
}
var valid17 = _errs84 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data35.points !== undefined){
let data37 = data35.points;
const _errs86 = errors;
if(errors === _errs86){
if(Array.isArray(data37)){
var valid18 = true;
const len7 = data37.length;
for(let i7=0; i7<len7; i7++){
let data38 = data37[i7];
const _errs88 = errors;
if(typeof data38 !== "string"){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides/" + i6+"/points/" + i7,schemaPath:"#/properties/boundaries/items/properties/sides/items/properties/points/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.boundaries.items.properties.sides.items.properties.points.items.type,parentSchema:schema58.properties.boundaries.items.properties.sides.items.properties.points.items,data:data38}];
return false;
}
var valid18 = _errs88 === errors;
if(!valid18){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides/" + i6+"/points",schemaPath:"#/properties/boundaries/items/properties/sides/items/properties/points/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.boundaries.items.properties.sides.items.properties.points.type,parentSchema:schema58.properties.boundaries.items.properties.sides.items.properties.points,data:data37}];
return false;
}
}
var valid17 = _errs86 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data35.packets !== undefined){
let data39 = data35.packets;
const _errs90 = errors;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides/" + i6+"/packets",schemaPath:"#/properties/boundaries/items/properties/sides/items/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.boundaries.items.properties.sides.items.properties.packets.type,parentSchema:schema58.properties.boundaries.items.properties.sides.items.properties.packets,data:data39}];
return false;
}
var valid17 = _errs90 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides/" + i6,schemaPath:"#/properties/boundaries/items/properties/sides/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.boundaries.items.properties.sides.items.type,parentSchema:schema58.properties.boundaries.items.properties.sides.items,data:data35}];
return false;
}
}
var valid16 = _errs81 === errors;
if(!valid16){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/sides",schemaPath:"#/properties/boundaries/items/properties/sides/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.boundaries.items.properties.sides.type,parentSchema:schema58.properties.boundaries.items.properties.sides,data:data34}];
return false;
}
}
var valid15 = _errs79 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data31.result !== undefined){
let data40 = data31.result;
const _errs92 = errors;
if(!(((data40 === "observed") || (data40 === "one-side")) || (data40 === "not-observed"))){
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5+"/result",schemaPath:"#/properties/boundaries/items/properties/result/enum",keyword:"enum",params:{allowedValues: schema58.properties.boundaries.items.properties.result.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.boundaries.items.properties.result.enum,parentSchema:schema58.properties.boundaries.items.properties.result,data:data40}];
return false;
}
var valid15 = _errs92 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/boundaries/" + i5,schemaPath:"#/properties/boundaries/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.boundaries.items.type,parentSchema:schema58.properties.boundaries.items,data:data31}];
return false;
}
}
var valid14 = _errs72 === errors;
if(!valid14){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/boundaries",schemaPath:"#/properties/boundaries/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.boundaries.type,parentSchema:schema58.properties.boundaries,data:data30}];
return false;
}
}
var valid0 = _errs70 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notVerifiable !== undefined){
let data41 = data.notVerifiable;
const _errs93 = errors;
if(errors === _errs93){
if(Array.isArray(data41)){
var valid19 = true;
const len8 = data41.length;
for(let i8=0; i8<len8; i8++){
let data42 = data41[i8];
const _errs95 = errors;
if(errors === _errs95){
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
let missing7;
if((((data42.clause === undefined) && (missing7 = "clause")) || ((data42.words === undefined) && (missing7 = "words"))) || ((data42.otherEvidence === undefined) && (missing7 = "otherEvidence"))){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8,schemaPath:"#/properties/notVerifiable/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'",schema:schema58.properties.notVerifiable.items.required,parentSchema:schema58.properties.notVerifiable.items,data:data42}];
return false;
}
else {
const _errs97 = errors;
for(const key7 in data42){
if(!(((key7 === "clause") || (key7 === "words")) || (key7 === "otherEvidence"))){
delete data42[key7];
}
}
if(_errs97 === errors){
if(data42.clause !== undefined){
let data43 = data42.clause;
const _errs98 = errors;
if(!(((data43 === "A") || (data43 === "I")) || (data43 === "U"))){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/clause",schemaPath:"#/$defs/clause/enum",keyword:"enum",params:{allowedValues: schema41.enum},message:"must be equal to one of the allowed values",schema:schema41.enum,parentSchema:schema41,data:data43}];
return false;
}
var valid20 = _errs98 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data42.words !== undefined){
let data44 = data42.words;
const _errs100 = errors;
const _errs101 = errors;
if(errors === _errs101){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing8;
if(((data44.ja === undefined) && (missing8 = "ja")) || ((data44.en === undefined) && (missing8 = "en"))){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/words",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'",schema:schema35.required,parentSchema:schema35,data:data44}];
return false;
}
else {
const _errs103 = errors;
for(const key8 in data44){
if(!((key8 === "ja") || (key8 === "en"))){
delete data44[key8];
}
}
if(_errs103 === errors){
if(data44.ja !== undefined){
let data45 = data44.ja;
const _errs104 = errors;
if(typeof data45 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/words/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data45}];
return false;
}
var valid23 = _errs104 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data44.en !== undefined){
let data46 = data44.en;
const _errs106 = errors;
if(typeof data46 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/words/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data46}];
return false;
}
var valid23 = _errs106 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/words",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data44}];
return false;
}
}
var valid20 = _errs100 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data42.otherEvidence !== undefined){
let data47 = data42.otherEvidence;
const _errs108 = errors;
const _errs109 = errors;
if(errors === _errs109){
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing9;
if(((data47.ja === undefined) && (missing9 = "ja")) || ((data47.en === undefined) && (missing9 = "en"))){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/otherEvidence",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'",schema:schema35.required,parentSchema:schema35,data:data47}];
return false;
}
else {
const _errs111 = errors;
for(const key9 in data47){
if(!((key9 === "ja") || (key9 === "en"))){
delete data47[key9];
}
}
if(_errs111 === errors){
if(data47.ja !== undefined){
let data48 = data47.ja;
const _errs112 = errors;
if(typeof data48 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/otherEvidence/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data48}];
return false;
}
var valid25 = _errs112 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data47.en !== undefined){
let data49 = data47.en;
const _errs114 = errors;
if(typeof data49 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/otherEvidence/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data49}];
return false;
}
var valid25 = _errs114 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8+"/otherEvidence",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data47}];
return false;
}
}
var valid20 = _errs108 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notVerifiable/" + i8,schemaPath:"#/properties/notVerifiable/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.notVerifiable.items.type,parentSchema:schema58.properties.notVerifiable.items,data:data42}];
return false;
}
}
var valid19 = _errs95 === errors;
if(!valid19){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notVerifiable",schemaPath:"#/properties/notVerifiable/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.notVerifiable.type,parentSchema:schema58.properties.notVerifiable,data:data41}];
return false;
}
}
var valid0 = _errs93 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notChecked !== undefined){
let data50 = data.notChecked;
const _errs116 = errors;
if(errors === _errs116){
if(Array.isArray(data50)){
var valid26 = true;
const len9 = data50.length;
for(let i9=0; i9<len9; i9++){
let data51 = data50[i9];
const _errs118 = errors;
if(errors === _errs118){
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
let missing10;
if((((data51.rule === undefined) && (missing10 = "rule")) || ((data51.title === undefined) && (missing10 = "title"))) || ((data51.why === undefined) && (missing10 = "why"))){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9,schemaPath:"#/properties/notChecked/items/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'",schema:schema58.properties.notChecked.items.required,parentSchema:schema58.properties.notChecked.items,data:data51}];
return false;
}
else {
const _errs120 = errors;
for(const key10 in data51){
if(!(((key10 === "rule") || (key10 === "title")) || (key10 === "why"))){
delete data51[key10];
}
}
if(_errs120 === errors){
if(data51.rule !== undefined){
let data52 = data51.rule;
const _errs121 = errors;
if(typeof data52 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/rule",schemaPath:"#/properties/notChecked/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.notChecked.items.properties.rule.type,parentSchema:schema58.properties.notChecked.items.properties.rule,data:data52}];
return false;
}
var valid27 = _errs121 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data51.title !== undefined){
let data53 = data51.title;
const _errs123 = errors;
const _errs124 = errors;
if(errors === _errs124){
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing11;
if(((data53.ja === undefined) && (missing11 = "ja")) || ((data53.en === undefined) && (missing11 = "en"))){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/title",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'",schema:schema35.required,parentSchema:schema35,data:data53}];
return false;
}
else {
const _errs126 = errors;
for(const key11 in data53){
if(!((key11 === "ja") || (key11 === "en"))){
delete data53[key11];
}
}
if(_errs126 === errors){
if(data53.ja !== undefined){
let data54 = data53.ja;
const _errs127 = errors;
if(typeof data54 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/title/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data54}];
return false;
}
var valid29 = _errs127 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data53.en !== undefined){
let data55 = data53.en;
const _errs129 = errors;
if(typeof data55 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/title/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data55}];
return false;
}
var valid29 = _errs129 === errors;
}
else {
var valid29 = true;
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/title",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data53}];
return false;
}
}
var valid27 = _errs123 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data51.why !== undefined){
let data56 = data51.why;
const _errs131 = errors;
const _errs132 = errors;
if(errors === _errs132){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing12;
if(((data56.ja === undefined) && (missing12 = "ja")) || ((data56.en === undefined) && (missing12 = "en"))){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/why",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'",schema:schema35.required,parentSchema:schema35,data:data56}];
return false;
}
else {
const _errs134 = errors;
for(const key12 in data56){
if(!((key12 === "ja") || (key12 === "en"))){
delete data56[key12];
}
}
if(_errs134 === errors){
if(data56.ja !== undefined){
let data57 = data56.ja;
const _errs135 = errors;
if(typeof data57 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/why/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data57}];
return false;
}
var valid31 = _errs135 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data56.en !== undefined){
let data58 = data56.en;
const _errs137 = errors;
if(typeof data58 !== "string"){
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/why/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data58}];
return false;
}
var valid31 = _errs137 === errors;
}
else {
var valid31 = true;
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9+"/why",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data56}];
return false;
}
}
var valid27 = _errs131 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notChecked/" + i9,schemaPath:"#/properties/notChecked/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.notChecked.items.type,parentSchema:schema58.properties.notChecked.items,data:data51}];
return false;
}
}
var valid26 = _errs118 === errors;
if(!valid26){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/notChecked",schemaPath:"#/properties/notChecked/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.notChecked.type,parentSchema:schema58.properties.notChecked,data:data50}];
return false;
}
}
var valid0 = _errs116 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.type,parentSchema:schema58,data}];
return false;
}
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema68 = {"type":"object","additionalProperties":false,"required":["zones","realms","gateways","conduits","points"],"properties":{"zones":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","inventory","hosts","segments"],"properties":{"zone":{"$ref":"#/$defs/area"},"inventory":{"enum":["open","closed"]},"hosts":{"type":"integer"},"segments":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","vlan","prefix","ipv6"],"properties":{"name":{"type":["string","null"]},"vlan":{"type":["integer","null"]},"prefix":{"type":["string","null"]},"ipv6":{"type":["string","null"]}}}}}}},"realms":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["realm","prefixes","vlans"],"properties":{"realm":{"$ref":"#/$defs/area"},"prefixes":{"type":"array","items":{"type":"string"}},"vlans":{"type":"array","items":{"type":"integer"}}}}},"gateways":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","roles","legs"],"properties":{"name":{"type":"string"},"roles":{"type":"array","items":{"type":"string"}},"legs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["zone","vlan","ip","mac"],"properties":{"zone":{"$ref":"#/$defs/area"},"vlan":{"type":["integer","null"]},"ip":{"type":["string","null"]},"mac":{"type":["string","null"]}}}}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","title","kind","from","to","protocol","ports","appProtocol","initiator","via","approval","basis"],"properties":{"id":{"type":"string"},"title":{"type":"string"},"kind":{"type":"string"},"from":{"$ref":"#/$defs/plannedEnd"},"to":{"$ref":"#/$defs/plannedEnd"},"protocol":{"enum":["tcp","udp","icmp","any"]},"ports":{"type":"array","items":{"type":"string"}},"appProtocol":{"type":["string","null"]},"initiator":{"enum":["from","to","either"]},"via":{"type":"array","items":{"type":"string"}},"approval":{"type":["object","null"],"additionalProperties":false,"required":["number","by","date","validUntil"],"properties":{"number":{"type":["string","null"]},"by":{"type":["string","null"]},"date":{"type":["string","null"]},"validUntil":{"type":["string","null"]}}},"basis":{"type":["string","null"]}}}},"points":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","vlans","tagging","mirror"],"properties":{"name":{"type":"string"},"vlans":{"type":"array","items":{"type":"integer"}},"tagging":{"type":"string"},"mirror":{"type":"string"}}}}}};
const schema72 = {"type":"object","additionalProperties":false,"required":["areas","members","names"],"properties":{"areas":{"type":"array","items":{"$ref":"#/$defs/area"}},"members":{"type":"array","items":{"type":"string"}},"names":{"type":"array","items":{"type":"string"}}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.areas === undefined) && (missing0 = "areas")) || ((data.members === undefined) && (missing0 = "members"))) || ((data.names === undefined) && (missing0 = "names"))){
validate36.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema72.required,parentSchema:schema72,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "areas") || (key0 === "members")) || (key0 === "names"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.areas !== undefined){
let data0 = data.areas;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(!(((((((((((data1 === "mynumber") || (data1 === "lgwan")) || (data1 === "internet")) || (data1 === "lgwan-wan")) || (data1 === "juki-net")) || (data1 === "govcloud")) || (data1 === "security-cloud")) || (data1 === "public")) || (data1 === "mgmt")) || (data1 === "unassigned")) || (data1 === "special"))){
validate36.errors = [{instancePath:instancePath+"/areas/" + i0,schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data1}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/areas",schemaPath:"#/properties/areas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.areas.type,parentSchema:schema72.properties.areas,data:data0}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.members !== undefined){
let data2 = data.members;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
var valid3 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
const _errs8 = errors;
if(typeof data3 !== "string"){
validate36.errors = [{instancePath:instancePath+"/members/" + i1,schemaPath:"#/properties/members/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.members.items.type,parentSchema:schema72.properties.members.items,data:data3}];
return false;
}
var valid3 = _errs8 === errors;
if(!valid3){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/members",schemaPath:"#/properties/members/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.members.type,parentSchema:schema72.properties.members,data:data2}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.names !== undefined){
let data4 = data.names;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid4 = true;
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
const _errs12 = errors;
if(typeof data5 !== "string"){
validate36.errors = [{instancePath:instancePath+"/names/" + i2,schemaPath:"#/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.names.items.type,parentSchema:schema72.properties.names.items,data:data5}];
return false;
}
var valid4 = _errs12 === errors;
if(!valid4){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/names",schemaPath:"#/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.names.type,parentSchema:schema72.properties.names,data:data4}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate36.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.type,parentSchema:schema72,data}];
return false;
}
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.zones === undefined) && (missing0 = "zones")) || ((data.realms === undefined) && (missing0 = "realms"))) || ((data.gateways === undefined) && (missing0 = "gateways"))) || ((data.conduits === undefined) && (missing0 = "conduits"))) || ((data.points === undefined) && (missing0 = "points"))){
validate35.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema68.required,parentSchema:schema68,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "zones") || (key0 === "realms")) || (key0 === "gateways")) || (key0 === "conduits")) || (key0 === "points"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.zones !== undefined){
let data0 = data.zones;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((data1.zone === undefined) && (missing1 = "zone")) || ((data1.inventory === undefined) && (missing1 = "inventory"))) || ((data1.hosts === undefined) && (missing1 = "hosts"))) || ((data1.segments === undefined) && (missing1 = "segments"))){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema68.properties.zones.items.required,parentSchema:schema68.properties.zones.items,data:data1}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!((((key1 === "zone") || (key1 === "inventory")) || (key1 === "hosts")) || (key1 === "segments"))){
delete data1[key1];
}
}
if(_errs6 === errors){
if(data1.zone !== undefined){
let data2 = data1.zone;
const _errs7 = errors;
if(!(((((((((((data2 === "mynumber") || (data2 === "lgwan")) || (data2 === "internet")) || (data2 === "lgwan-wan")) || (data2 === "juki-net")) || (data2 === "govcloud")) || (data2 === "security-cloud")) || (data2 === "public")) || (data2 === "mgmt")) || (data2 === "unassigned")) || (data2 === "special"))){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/zone",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data2}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.inventory !== undefined){
let data3 = data1.inventory;
const _errs9 = errors;
if(!((data3 === "open") || (data3 === "closed"))){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/inventory",schemaPath:"#/properties/zones/items/properties/inventory/enum",keyword:"enum",params:{allowedValues: schema68.properties.zones.items.properties.inventory.enum},message:"must be equal to one of the allowed values",schema:schema68.properties.zones.items.properties.inventory.enum,parentSchema:schema68.properties.zones.items.properties.inventory,data:data3}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.hosts !== undefined){
let data4 = data1.hosts;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/hosts",schemaPath:"#/properties/zones/items/properties/hosts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema68.properties.zones.items.properties.hosts.type,parentSchema:schema68.properties.zones.items.properties.hosts,data:data4}];
return false;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.segments !== undefined){
let data5 = data1.segments;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid4 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if(((((data6.name === undefined) && (missing2 = "name")) || ((data6.vlan === undefined) && (missing2 = "vlan"))) || ((data6.prefix === undefined) && (missing2 = "prefix"))) || ((data6.ipv6 === undefined) && (missing2 = "ipv6"))){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments/" + i1,schemaPath:"#/properties/zones/items/properties/segments/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema68.properties.zones.items.properties.segments.items.required,parentSchema:schema68.properties.zones.items.properties.segments.items,data:data6}];
return false;
}
else {
const _errs16 = errors;
for(const key2 in data6){
if(!((((key2 === "name") || (key2 === "vlan")) || (key2 === "prefix")) || (key2 === "ipv6"))){
delete data6[key2];
}
}
if(_errs16 === errors){
if(data6.name !== undefined){
let data7 = data6.name;
const _errs17 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments/" + i1+"/name",schemaPath:"#/properties/zones/items/properties/segments/items/properties/name/type",keyword:"type",params:{type: schema68.properties.zones.items.properties.segments.items.properties.name.type},message:"must be string,null",schema:schema68.properties.zones.items.properties.segments.items.properties.name.type,parentSchema:schema68.properties.zones.items.properties.segments.items.properties.name,data:data7}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.vlan !== undefined){
let data8 = data6.vlan;
const _errs19 = errors;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments/" + i1+"/vlan",schemaPath:"#/properties/zones/items/properties/segments/items/properties/vlan/type",keyword:"type",params:{type: schema68.properties.zones.items.properties.segments.items.properties.vlan.type},message:"must be integer,null",schema:schema68.properties.zones.items.properties.segments.items.properties.vlan.type,parentSchema:schema68.properties.zones.items.properties.segments.items.properties.vlan,data:data8}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.prefix !== undefined){
let data9 = data6.prefix;
const _errs21 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments/" + i1+"/prefix",schemaPath:"#/properties/zones/items/properties/segments/items/properties/prefix/type",keyword:"type",params:{type: schema68.properties.zones.items.properties.segments.items.properties.prefix.type},message:"must be string,null",schema:schema68.properties.zones.items.properties.segments.items.properties.prefix.type,parentSchema:schema68.properties.zones.items.properties.segments.items.properties.prefix,data:data9}];
return false;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.ipv6 !== undefined){
let data10 = data6.ipv6;
const _errs23 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments/" + i1+"/ipv6",schemaPath:"#/properties/zones/items/properties/segments/items/properties/ipv6/type",keyword:"type",params:{type: schema68.properties.zones.items.properties.segments.items.properties.ipv6.type},message:"must be string,null",schema:schema68.properties.zones.items.properties.segments.items.properties.ipv6.type,parentSchema:schema68.properties.zones.items.properties.segments.items.properties.ipv6,data:data10}];
return false;
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments/" + i1,schemaPath:"#/properties/zones/items/properties/segments/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.zones.items.properties.segments.items.type,parentSchema:schema68.properties.zones.items.properties.segments.items,data:data6}];
return false;
}
}
var valid4 = _errs14 === errors;
if(!valid4){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/zones/" + i0+"/segments",schemaPath:"#/properties/zones/items/properties/segments/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.zones.items.properties.segments.type,parentSchema:schema68.properties.zones.items.properties.segments,data:data5}];
return false;
}
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.zones.items.type,parentSchema:schema68.properties.zones.items,data:data1}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.zones.type,parentSchema:schema68.properties.zones,data:data0}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.realms !== undefined){
let data11 = data.realms;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data11)){
var valid6 = true;
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
const _errs27 = errors;
if(errors === _errs27){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing3;
if((((data12.realm === undefined) && (missing3 = "realm")) || ((data12.prefixes === undefined) && (missing3 = "prefixes"))) || ((data12.vlans === undefined) && (missing3 = "vlans"))){
validate35.errors = [{instancePath:instancePath+"/realms/" + i2,schemaPath:"#/properties/realms/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema68.properties.realms.items.required,parentSchema:schema68.properties.realms.items,data:data12}];
return false;
}
else {
const _errs29 = errors;
for(const key3 in data12){
if(!(((key3 === "realm") || (key3 === "prefixes")) || (key3 === "vlans"))){
delete data12[key3];
}
}
if(_errs29 === errors){
if(data12.realm !== undefined){
let data13 = data12.realm;
const _errs30 = errors;
if(!(((((((((((data13 === "mynumber") || (data13 === "lgwan")) || (data13 === "internet")) || (data13 === "lgwan-wan")) || (data13 === "juki-net")) || (data13 === "govcloud")) || (data13 === "security-cloud")) || (data13 === "public")) || (data13 === "mgmt")) || (data13 === "unassigned")) || (data13 === "special"))){
validate35.errors = [{instancePath:instancePath+"/realms/" + i2+"/realm",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data13}];
return false;
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.prefixes !== undefined){
let data14 = data12.prefixes;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data14)){
var valid9 = true;
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
const _errs34 = errors;
if(typeof data15 !== "string"){
validate35.errors = [{instancePath:instancePath+"/realms/" + i2+"/prefixes/" + i3,schemaPath:"#/properties/realms/items/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.realms.items.properties.prefixes.items.type,parentSchema:schema68.properties.realms.items.properties.prefixes.items,data:data15}];
return false;
}
var valid9 = _errs34 === errors;
if(!valid9){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/realms/" + i2+"/prefixes",schemaPath:"#/properties/realms/items/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.realms.items.properties.prefixes.type,parentSchema:schema68.properties.realms.items.properties.prefixes,data:data14}];
return false;
}
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.vlans !== undefined){
let data16 = data12.vlans;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data16)){
var valid10 = true;
const len4 = data16.length;
for(let i4=0; i4<len4; i4++){
let data17 = data16[i4];
const _errs38 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate35.errors = [{instancePath:instancePath+"/realms/" + i2+"/vlans/" + i4,schemaPath:"#/properties/realms/items/properties/vlans/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema68.properties.realms.items.properties.vlans.items.type,parentSchema:schema68.properties.realms.items.properties.vlans.items,data:data17}];
return false;
}
var valid10 = _errs38 === errors;
if(!valid10){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/realms/" + i2+"/vlans",schemaPath:"#/properties/realms/items/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.realms.items.properties.vlans.type,parentSchema:schema68.properties.realms.items.properties.vlans,data:data16}];
return false;
}
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/realms/" + i2,schemaPath:"#/properties/realms/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.realms.items.type,parentSchema:schema68.properties.realms.items,data:data12}];
return false;
}
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/realms",schemaPath:"#/properties/realms/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.realms.type,parentSchema:schema68.properties.realms,data:data11}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gateways !== undefined){
let data18 = data.gateways;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data18)){
var valid11 = true;
const len5 = data18.length;
for(let i5=0; i5<len5; i5++){
let data19 = data18[i5];
const _errs42 = errors;
if(errors === _errs42){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing4;
if((((data19.name === undefined) && (missing4 = "name")) || ((data19.roles === undefined) && (missing4 = "roles"))) || ((data19.legs === undefined) && (missing4 = "legs"))){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5,schemaPath:"#/properties/gateways/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema68.properties.gateways.items.required,parentSchema:schema68.properties.gateways.items,data:data19}];
return false;
}
else {
const _errs44 = errors;
for(const key4 in data19){
if(!(((key4 === "name") || (key4 === "roles")) || (key4 === "legs"))){
delete data19[key4];
}
}
if(_errs44 === errors){
if(data19.name !== undefined){
let data20 = data19.name;
const _errs45 = errors;
if(typeof data20 !== "string"){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/name",schemaPath:"#/properties/gateways/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.gateways.items.properties.name.type,parentSchema:schema68.properties.gateways.items.properties.name,data:data20}];
return false;
}
var valid12 = _errs45 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data19.roles !== undefined){
let data21 = data19.roles;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data21)){
var valid13 = true;
const len6 = data21.length;
for(let i6=0; i6<len6; i6++){
let data22 = data21[i6];
const _errs49 = errors;
if(typeof data22 !== "string"){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/roles/" + i6,schemaPath:"#/properties/gateways/items/properties/roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.gateways.items.properties.roles.items.type,parentSchema:schema68.properties.gateways.items.properties.roles.items,data:data22}];
return false;
}
var valid13 = _errs49 === errors;
if(!valid13){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/roles",schemaPath:"#/properties/gateways/items/properties/roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.gateways.items.properties.roles.type,parentSchema:schema68.properties.gateways.items.properties.roles,data:data21}];
return false;
}
}
var valid12 = _errs47 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data19.legs !== undefined){
let data23 = data19.legs;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data23)){
var valid14 = true;
const len7 = data23.length;
for(let i7=0; i7<len7; i7++){
let data24 = data23[i7];
const _errs53 = errors;
if(errors === _errs53){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing5;
if(((((data24.zone === undefined) && (missing5 = "zone")) || ((data24.vlan === undefined) && (missing5 = "vlan"))) || ((data24.ip === undefined) && (missing5 = "ip"))) || ((data24.mac === undefined) && (missing5 = "mac"))){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs/" + i7,schemaPath:"#/properties/gateways/items/properties/legs/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'",schema:schema68.properties.gateways.items.properties.legs.items.required,parentSchema:schema68.properties.gateways.items.properties.legs.items,data:data24}];
return false;
}
else {
const _errs55 = errors;
for(const key5 in data24){
if(!((((key5 === "zone") || (key5 === "vlan")) || (key5 === "ip")) || (key5 === "mac"))){
delete data24[key5];
}
}
if(_errs55 === errors){
if(data24.zone !== undefined){
let data25 = data24.zone;
const _errs56 = errors;
if(!(((((((((((data25 === "mynumber") || (data25 === "lgwan")) || (data25 === "internet")) || (data25 === "lgwan-wan")) || (data25 === "juki-net")) || (data25 === "govcloud")) || (data25 === "security-cloud")) || (data25 === "public")) || (data25 === "mgmt")) || (data25 === "unassigned")) || (data25 === "special"))){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs/" + i7+"/zone",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data25}];
return false;
}
var valid15 = _errs56 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data24.vlan !== undefined){
let data26 = data24.vlan;
const _errs58 = errors;
if((!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))) && (data26 !== null)){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs/" + i7+"/vlan",schemaPath:"#/properties/gateways/items/properties/legs/items/properties/vlan/type",keyword:"type",params:{type: schema68.properties.gateways.items.properties.legs.items.properties.vlan.type},message:"must be integer,null",schema:schema68.properties.gateways.items.properties.legs.items.properties.vlan.type,parentSchema:schema68.properties.gateways.items.properties.legs.items.properties.vlan,data:data26}];
return false;
}
var valid15 = _errs58 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data24.ip !== undefined){
let data27 = data24.ip;
const _errs60 = errors;
if((typeof data27 !== "string") && (data27 !== null)){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs/" + i7+"/ip",schemaPath:"#/properties/gateways/items/properties/legs/items/properties/ip/type",keyword:"type",params:{type: schema68.properties.gateways.items.properties.legs.items.properties.ip.type},message:"must be string,null",schema:schema68.properties.gateways.items.properties.legs.items.properties.ip.type,parentSchema:schema68.properties.gateways.items.properties.legs.items.properties.ip,data:data27}];
return false;
}
var valid15 = _errs60 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data24.mac !== undefined){
let data28 = data24.mac;
const _errs62 = errors;
if((typeof data28 !== "string") && (data28 !== null)){
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs/" + i7+"/mac",schemaPath:"#/properties/gateways/items/properties/legs/items/properties/mac/type",keyword:"type",params:{type: schema68.properties.gateways.items.properties.legs.items.properties.mac.type},message:"must be string,null",schema:schema68.properties.gateways.items.properties.legs.items.properties.mac.type,parentSchema:schema68.properties.gateways.items.properties.legs.items.properties.mac,data:data28}];
return false;
}
var valid15 = _errs62 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs/" + i7,schemaPath:"#/properties/gateways/items/properties/legs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.gateways.items.properties.legs.items.type,parentSchema:schema68.properties.gateways.items.properties.legs.items,data:data24}];
return false;
}
}
var valid14 = _errs53 === errors;
if(!valid14){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5+"/legs",schemaPath:"#/properties/gateways/items/properties/legs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.gateways.items.properties.legs.type,parentSchema:schema68.properties.gateways.items.properties.legs,data:data23}];
return false;
}
}
var valid12 = _errs51 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/gateways/" + i5,schemaPath:"#/properties/gateways/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.gateways.items.type,parentSchema:schema68.properties.gateways.items,data:data19}];
return false;
}
}
var valid11 = _errs42 === errors;
if(!valid11){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/gateways",schemaPath:"#/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.gateways.type,parentSchema:schema68.properties.gateways,data:data18}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conduits !== undefined){
let data29 = data.conduits;
const _errs64 = errors;
if(errors === _errs64){
if(Array.isArray(data29)){
var valid17 = true;
const len8 = data29.length;
for(let i8=0; i8<len8; i8++){
let data30 = data29[i8];
const _errs66 = errors;
if(errors === _errs66){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing6;
if(((((((((((((data30.id === undefined) && (missing6 = "id")) || ((data30.title === undefined) && (missing6 = "title"))) || ((data30.kind === undefined) && (missing6 = "kind"))) || ((data30.from === undefined) && (missing6 = "from"))) || ((data30.to === undefined) && (missing6 = "to"))) || ((data30.protocol === undefined) && (missing6 = "protocol"))) || ((data30.ports === undefined) && (missing6 = "ports"))) || ((data30.appProtocol === undefined) && (missing6 = "appProtocol"))) || ((data30.initiator === undefined) && (missing6 = "initiator"))) || ((data30.via === undefined) && (missing6 = "via"))) || ((data30.approval === undefined) && (missing6 = "approval"))) || ((data30.basis === undefined) && (missing6 = "basis"))){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8,schemaPath:"#/properties/conduits/items/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'",schema:schema68.properties.conduits.items.required,parentSchema:schema68.properties.conduits.items,data:data30}];
return false;
}
else {
const _errs68 = errors;
for(const key6 in data30){
if(!(func1.call(schema68.properties.conduits.items.properties, key6))){
delete data30[key6];
}
}
if(_errs68 === errors){
if(data30.id !== undefined){
let data31 = data30.id;
const _errs69 = errors;
if(typeof data31 !== "string"){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/id",schemaPath:"#/properties/conduits/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.conduits.items.properties.id.type,parentSchema:schema68.properties.conduits.items.properties.id,data:data31}];
return false;
}
var valid18 = _errs69 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.title !== undefined){
let data32 = data30.title;
const _errs71 = errors;
if(typeof data32 !== "string"){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/title",schemaPath:"#/properties/conduits/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.conduits.items.properties.title.type,parentSchema:schema68.properties.conduits.items.properties.title,data:data32}];
return false;
}
var valid18 = _errs71 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.kind !== undefined){
let data33 = data30.kind;
const _errs73 = errors;
if(typeof data33 !== "string"){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/kind",schemaPath:"#/properties/conduits/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.conduits.items.properties.kind.type,parentSchema:schema68.properties.conduits.items.properties.kind,data:data33}];
return false;
}
var valid18 = _errs73 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.from !== undefined){
const _errs75 = errors;
if(!(validate36(data30.from, {instancePath:instancePath+"/conduits/" + i8+"/from",parentData:data30,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid18 = _errs75 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.to !== undefined){
const _errs76 = errors;
if(!(validate36(data30.to, {instancePath:instancePath+"/conduits/" + i8+"/to",parentData:data30,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid18 = _errs76 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.protocol !== undefined){
let data36 = data30.protocol;
const _errs77 = errors;
if(!((((data36 === "tcp") || (data36 === "udp")) || (data36 === "icmp")) || (data36 === "any"))){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/protocol",schemaPath:"#/properties/conduits/items/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema68.properties.conduits.items.properties.protocol.enum},message:"must be equal to one of the allowed values",schema:schema68.properties.conduits.items.properties.protocol.enum,parentSchema:schema68.properties.conduits.items.properties.protocol,data:data36}];
return false;
}
var valid18 = _errs77 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.ports !== undefined){
let data37 = data30.ports;
const _errs78 = errors;
if(errors === _errs78){
if(Array.isArray(data37)){
var valid19 = true;
const len9 = data37.length;
for(let i9=0; i9<len9; i9++){
let data38 = data37[i9];
const _errs80 = errors;
if(typeof data38 !== "string"){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/ports/" + i9,schemaPath:"#/properties/conduits/items/properties/ports/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.conduits.items.properties.ports.items.type,parentSchema:schema68.properties.conduits.items.properties.ports.items,data:data38}];
return false;
}
var valid19 = _errs80 === errors;
if(!valid19){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/ports",schemaPath:"#/properties/conduits/items/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.conduits.items.properties.ports.type,parentSchema:schema68.properties.conduits.items.properties.ports,data:data37}];
return false;
}
}
var valid18 = _errs78 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.appProtocol !== undefined){
let data39 = data30.appProtocol;
const _errs82 = errors;
if((typeof data39 !== "string") && (data39 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/appProtocol",schemaPath:"#/properties/conduits/items/properties/appProtocol/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.appProtocol.type},message:"must be string,null",schema:schema68.properties.conduits.items.properties.appProtocol.type,parentSchema:schema68.properties.conduits.items.properties.appProtocol,data:data39}];
return false;
}
var valid18 = _errs82 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.initiator !== undefined){
let data40 = data30.initiator;
const _errs84 = errors;
if(!(((data40 === "from") || (data40 === "to")) || (data40 === "either"))){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/initiator",schemaPath:"#/properties/conduits/items/properties/initiator/enum",keyword:"enum",params:{allowedValues: schema68.properties.conduits.items.properties.initiator.enum},message:"must be equal to one of the allowed values",schema:schema68.properties.conduits.items.properties.initiator.enum,parentSchema:schema68.properties.conduits.items.properties.initiator,data:data40}];
return false;
}
var valid18 = _errs84 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.via !== undefined){
let data41 = data30.via;
const _errs85 = errors;
if(errors === _errs85){
if(Array.isArray(data41)){
var valid20 = true;
const len10 = data41.length;
for(let i10=0; i10<len10; i10++){
let data42 = data41[i10];
const _errs87 = errors;
if(typeof data42 !== "string"){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/via/" + i10,schemaPath:"#/properties/conduits/items/properties/via/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.conduits.items.properties.via.items.type,parentSchema:schema68.properties.conduits.items.properties.via.items,data:data42}];
return false;
}
var valid20 = _errs87 === errors;
if(!valid20){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/via",schemaPath:"#/properties/conduits/items/properties/via/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.conduits.items.properties.via.type,parentSchema:schema68.properties.conduits.items.properties.via,data:data41}];
return false;
}
}
var valid18 = _errs85 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.approval !== undefined){
let data43 = data30.approval;
const _errs89 = errors;
if((!(data43 && typeof data43 == "object" && !Array.isArray(data43))) && (data43 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/approval",schemaPath:"#/properties/conduits/items/properties/approval/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.approval.type},message:"must be object,null",schema:schema68.properties.conduits.items.properties.approval.type,parentSchema:schema68.properties.conduits.items.properties.approval,data:data43}];
return false;
}
if(errors === _errs89){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing7;
if(((((data43.number === undefined) && (missing7 = "number")) || ((data43.by === undefined) && (missing7 = "by"))) || ((data43.date === undefined) && (missing7 = "date"))) || ((data43.validUntil === undefined) && (missing7 = "validUntil"))){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/approval",schemaPath:"#/properties/conduits/items/properties/approval/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'",schema:schema68.properties.conduits.items.properties.approval.required,parentSchema:schema68.properties.conduits.items.properties.approval,data:data43}];
return false;
}
else {
const _errs91 = errors;
for(const key7 in data43){
if(!((((key7 === "number") || (key7 === "by")) || (key7 === "date")) || (key7 === "validUntil"))){
delete data43[key7];
}
}
if(_errs91 === errors){
if(data43.number !== undefined){
let data44 = data43.number;
const _errs92 = errors;
if((typeof data44 !== "string") && (data44 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/approval/number",schemaPath:"#/properties/conduits/items/properties/approval/properties/number/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.approval.properties.number.type},message:"must be string,null",schema:schema68.properties.conduits.items.properties.approval.properties.number.type,parentSchema:schema68.properties.conduits.items.properties.approval.properties.number,data:data44}];
return false;
}
var valid21 = _errs92 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data43.by !== undefined){
let data45 = data43.by;
const _errs94 = errors;
if((typeof data45 !== "string") && (data45 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/approval/by",schemaPath:"#/properties/conduits/items/properties/approval/properties/by/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.approval.properties.by.type},message:"must be string,null",schema:schema68.properties.conduits.items.properties.approval.properties.by.type,parentSchema:schema68.properties.conduits.items.properties.approval.properties.by,data:data45}];
return false;
}
var valid21 = _errs94 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data43.date !== undefined){
let data46 = data43.date;
const _errs96 = errors;
if((typeof data46 !== "string") && (data46 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/approval/date",schemaPath:"#/properties/conduits/items/properties/approval/properties/date/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.approval.properties.date.type},message:"must be string,null",schema:schema68.properties.conduits.items.properties.approval.properties.date.type,parentSchema:schema68.properties.conduits.items.properties.approval.properties.date,data:data46}];
return false;
}
var valid21 = _errs96 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data43.validUntil !== undefined){
let data47 = data43.validUntil;
const _errs98 = errors;
if((typeof data47 !== "string") && (data47 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/approval/validUntil",schemaPath:"#/properties/conduits/items/properties/approval/properties/validUntil/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.approval.properties.validUntil.type},message:"must be string,null",schema:schema68.properties.conduits.items.properties.approval.properties.validUntil.type,parentSchema:schema68.properties.conduits.items.properties.approval.properties.validUntil,data:data47}];
return false;
}
var valid21 = _errs98 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
}
}
}
var valid18 = _errs89 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data30.basis !== undefined){
let data48 = data30.basis;
const _errs100 = errors;
if((typeof data48 !== "string") && (data48 !== null)){
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8+"/basis",schemaPath:"#/properties/conduits/items/properties/basis/type",keyword:"type",params:{type: schema68.properties.conduits.items.properties.basis.type},message:"must be string,null",schema:schema68.properties.conduits.items.properties.basis.type,parentSchema:schema68.properties.conduits.items.properties.basis,data:data48}];
return false;
}
var valid18 = _errs100 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/conduits/" + i8,schemaPath:"#/properties/conduits/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.conduits.items.type,parentSchema:schema68.properties.conduits.items,data:data30}];
return false;
}
}
var valid17 = _errs66 === errors;
if(!valid17){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/conduits",schemaPath:"#/properties/conduits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.conduits.type,parentSchema:schema68.properties.conduits,data:data29}];
return false;
}
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.points !== undefined){
let data49 = data.points;
const _errs102 = errors;
if(errors === _errs102){
if(Array.isArray(data49)){
var valid22 = true;
const len11 = data49.length;
for(let i11=0; i11<len11; i11++){
let data50 = data49[i11];
const _errs104 = errors;
if(errors === _errs104){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing8;
if(((((data50.name === undefined) && (missing8 = "name")) || ((data50.vlans === undefined) && (missing8 = "vlans"))) || ((data50.tagging === undefined) && (missing8 = "tagging"))) || ((data50.mirror === undefined) && (missing8 = "mirror"))){
validate35.errors = [{instancePath:instancePath+"/points/" + i11,schemaPath:"#/properties/points/items/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'",schema:schema68.properties.points.items.required,parentSchema:schema68.properties.points.items,data:data50}];
return false;
}
else {
const _errs106 = errors;
for(const key8 in data50){
if(!((((key8 === "name") || (key8 === "vlans")) || (key8 === "tagging")) || (key8 === "mirror"))){
delete data50[key8];
}
}
if(_errs106 === errors){
if(data50.name !== undefined){
let data51 = data50.name;
const _errs107 = errors;
if(typeof data51 !== "string"){
validate35.errors = [{instancePath:instancePath+"/points/" + i11+"/name",schemaPath:"#/properties/points/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.points.items.properties.name.type,parentSchema:schema68.properties.points.items.properties.name,data:data51}];
return false;
}
var valid23 = _errs107 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data50.vlans !== undefined){
let data52 = data50.vlans;
const _errs109 = errors;
if(errors === _errs109){
if(Array.isArray(data52)){
var valid24 = true;
const len12 = data52.length;
for(let i12=0; i12<len12; i12++){
let data53 = data52[i12];
const _errs111 = errors;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
validate35.errors = [{instancePath:instancePath+"/points/" + i11+"/vlans/" + i12,schemaPath:"#/properties/points/items/properties/vlans/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema68.properties.points.items.properties.vlans.items.type,parentSchema:schema68.properties.points.items.properties.vlans.items,data:data53}];
return false;
}
var valid24 = _errs111 === errors;
if(!valid24){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/points/" + i11+"/vlans",schemaPath:"#/properties/points/items/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.points.items.properties.vlans.type,parentSchema:schema68.properties.points.items.properties.vlans,data:data52}];
return false;
}
}
var valid23 = _errs109 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data50.tagging !== undefined){
let data54 = data50.tagging;
const _errs113 = errors;
if(typeof data54 !== "string"){
validate35.errors = [{instancePath:instancePath+"/points/" + i11+"/tagging",schemaPath:"#/properties/points/items/properties/tagging/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.points.items.properties.tagging.type,parentSchema:schema68.properties.points.items.properties.tagging,data:data54}];
return false;
}
var valid23 = _errs113 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data50.mirror !== undefined){
let data55 = data50.mirror;
const _errs115 = errors;
if(typeof data55 !== "string"){
validate35.errors = [{instancePath:instancePath+"/points/" + i11+"/mirror",schemaPath:"#/properties/points/items/properties/mirror/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.properties.points.items.properties.mirror.type,parentSchema:schema68.properties.points.items.properties.mirror,data:data55}];
return false;
}
var valid23 = _errs115 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/points/" + i11,schemaPath:"#/properties/points/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.properties.points.items.type,parentSchema:schema68.properties.points.items,data:data50}];
return false;
}
}
var valid22 = _errs104 === errors;
if(!valid22){
break;
}
}
}
else {
validate35.errors = [{instancePath:instancePath+"/points",schemaPath:"#/properties/points/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.properties.points.type,parentSchema:schema68.properties.points,data:data49}];
return false;
}
}
var valid0 = _errs102 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate35.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.type,parentSchema:schema68,data}];
return false;
}
}
validate35.errors = vErrors;
return errors === 0;
}
validate35.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema75 = {"type":"object","additionalProperties":false,"required":["baseline","counts","gone","worsened","coverageChanges"],"properties":{"baseline":{"type":"object","additionalProperties":false,"required":["file","sha256","result","first","last"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"result":{"$ref":"#/$defs/result"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"}}},"counts":{"type":"object","additionalProperties":false,"required":["new","ongoing","gone","gone-unobserved"],"properties":{"new":{"type":"integer"},"ongoing":{"type":"integer"},"gone":{"type":"integer"},"gone-unobserved":{"type":"integer"}}},"gone":{"type":"array","items":{"$ref":"#/$defs/finding"}},"worsened":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","verdict","severity"],"properties":{"id":{"type":"string"},"verdict":{"$ref":"#/$defs/verdict"},"severity":{"$ref":"#/$defs/severity"}}}},"coverageChanges":{"type":"array","items":{"$ref":"#/$defs/text"}}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.baseline === undefined) && (missing0 = "baseline")) || ((data.counts === undefined) && (missing0 = "counts"))) || ((data.gone === undefined) && (missing0 = "gone"))) || ((data.worsened === undefined) && (missing0 = "worsened"))) || ((data.coverageChanges === undefined) && (missing0 = "coverageChanges"))){
validate40.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema75.required,parentSchema:schema75,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "baseline") || (key0 === "counts")) || (key0 === "gone")) || (key0 === "worsened")) || (key0 === "coverageChanges"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.baseline !== undefined){
let data0 = data.baseline;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((((data0.file === undefined) && (missing1 = "file")) || ((data0.sha256 === undefined) && (missing1 = "sha256"))) || ((data0.result === undefined) && (missing1 = "result"))) || ((data0.first === undefined) && (missing1 = "first"))) || ((data0.last === undefined) && (missing1 = "last"))){
validate40.errors = [{instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema75.properties.baseline.required,parentSchema:schema75.properties.baseline,data:data0}];
return false;
}
else {
const _errs4 = errors;
for(const key1 in data0){
if(!(((((key1 === "file") || (key1 === "sha256")) || (key1 === "result")) || (key1 === "first")) || (key1 === "last"))){
delete data0[key1];
}
}
if(_errs4 === errors){
if(data0.file !== undefined){
let data1 = data0.file;
const _errs5 = errors;
if(typeof data1 !== "string"){
validate40.errors = [{instancePath:instancePath+"/baseline/file",schemaPath:"#/properties/baseline/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.baseline.properties.file.type,parentSchema:schema75.properties.baseline.properties.file,data:data1}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.sha256 !== undefined){
let data2 = data0.sha256;
const _errs7 = errors;
if(typeof data2 !== "string"){
validate40.errors = [{instancePath:instancePath+"/baseline/sha256",schemaPath:"#/properties/baseline/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.baseline.properties.sha256.type,parentSchema:schema75.properties.baseline.properties.sha256,data:data2}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.result !== undefined){
let data3 = data0.result;
const _errs9 = errors;
if(!((((data3 === "violation") || (data3 === "suspected")) || (data3 === "undetermined")) || (data3 === "none-observed"))){
validate40.errors = [{instancePath:instancePath+"/baseline/result",schemaPath:"#/$defs/result/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data3}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.first !== undefined){
let data4 = data0.first;
const _errs11 = errors;
const _errs12 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate40.errors = [{instancePath:instancePath+"/baseline/first",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data4}];
return false;
}
if(errors === _errs12){
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
validate40.errors = [{instancePath:instancePath+"/baseline/first",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data4}];
return false;
}
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.last !== undefined){
let data5 = data0.last;
const _errs14 = errors;
const _errs15 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate40.errors = [{instancePath:instancePath+"/baseline/last",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data5}];
return false;
}
if(errors === _errs15){
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
validate40.errors = [{instancePath:instancePath+"/baseline/last",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data5}];
return false;
}
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.properties.baseline.type,parentSchema:schema75.properties.baseline,data:data0}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counts !== undefined){
let data6 = data.counts;
const _errs17 = errors;
if(errors === _errs17){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if(((((data6.new === undefined) && (missing2 = "new")) || ((data6.ongoing === undefined) && (missing2 = "ongoing"))) || ((data6.gone === undefined) && (missing2 = "gone"))) || ((data6["gone-unobserved"] === undefined) && (missing2 = "gone-unobserved"))){
validate40.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema75.properties.counts.required,parentSchema:schema75.properties.counts,data:data6}];
return false;
}
else {
const _errs19 = errors;
for(const key2 in data6){
if(!((((key2 === "new") || (key2 === "ongoing")) || (key2 === "gone")) || (key2 === "gone-unobserved"))){
delete data6[key2];
}
}
if(_errs19 === errors){
if(data6.new !== undefined){
let data7 = data6.new;
const _errs20 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate40.errors = [{instancePath:instancePath+"/counts/new",schemaPath:"#/properties/counts/properties/new/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.counts.properties.new.type,parentSchema:schema75.properties.counts.properties.new,data:data7}];
return false;
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.ongoing !== undefined){
let data8 = data6.ongoing;
const _errs22 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate40.errors = [{instancePath:instancePath+"/counts/ongoing",schemaPath:"#/properties/counts/properties/ongoing/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.counts.properties.ongoing.type,parentSchema:schema75.properties.counts.properties.ongoing,data:data8}];
return false;
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.gone !== undefined){
let data9 = data6.gone;
const _errs24 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate40.errors = [{instancePath:instancePath+"/counts/gone",schemaPath:"#/properties/counts/properties/gone/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.counts.properties.gone.type,parentSchema:schema75.properties.counts.properties.gone,data:data9}];
return false;
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6["gone-unobserved"] !== undefined){
let data10 = data6["gone-unobserved"];
const _errs26 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate40.errors = [{instancePath:instancePath+"/counts/gone-unobserved",schemaPath:"#/properties/counts/properties/gone-unobserved/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.counts.properties["gone-unobserved"].type,parentSchema:schema75.properties.counts.properties["gone-unobserved"],data:data10}];
return false;
}
var valid5 = _errs26 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.properties.counts.type,parentSchema:schema75.properties.counts,data:data6}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gone !== undefined){
let data11 = data.gone;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data11)){
var valid6 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs30 = errors;
if(!(validate27(data11[i0], {instancePath:instancePath+"/gone/" + i0,parentData:data11,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid6 = _errs30 === errors;
if(!valid6){
break;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/gone",schemaPath:"#/properties/gone/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.gone.type,parentSchema:schema75.properties.gone,data:data11}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.worsened !== undefined){
let data13 = data.worsened;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data13)){
var valid7 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
const _errs33 = errors;
if(errors === _errs33){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing3;
if((((data14.id === undefined) && (missing3 = "id")) || ((data14.verdict === undefined) && (missing3 = "verdict"))) || ((data14.severity === undefined) && (missing3 = "severity"))){
validate40.errors = [{instancePath:instancePath+"/worsened/" + i1,schemaPath:"#/properties/worsened/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema75.properties.worsened.items.required,parentSchema:schema75.properties.worsened.items,data:data14}];
return false;
}
else {
const _errs35 = errors;
for(const key3 in data14){
if(!(((key3 === "id") || (key3 === "verdict")) || (key3 === "severity"))){
delete data14[key3];
}
}
if(_errs35 === errors){
if(data14.id !== undefined){
let data15 = data14.id;
const _errs36 = errors;
if(typeof data15 !== "string"){
validate40.errors = [{instancePath:instancePath+"/worsened/" + i1+"/id",schemaPath:"#/properties/worsened/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.worsened.items.properties.id.type,parentSchema:schema75.properties.worsened.items.properties.id,data:data15}];
return false;
}
var valid8 = _errs36 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data14.verdict !== undefined){
let data16 = data14.verdict;
const _errs38 = errors;
if(!((((((data16 === "violation") || (data16 === "suspected")) || (data16 === "attempt")) || (data16 === "blocked")) || (data16 === "observation")) || (data16 === "undetermined"))){
validate40.errors = [{instancePath:instancePath+"/worsened/" + i1+"/verdict",schemaPath:"#/$defs/verdict/enum",keyword:"enum",params:{allowedValues: schema42.enum},message:"must be equal to one of the allowed values",schema:schema42.enum,parentSchema:schema42,data:data16}];
return false;
}
var valid8 = _errs38 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data14.severity !== undefined){
let data17 = data14.severity;
const _errs40 = errors;
if(!(((((data17 === "critical") || (data17 === "high")) || (data17 === "medium")) || (data17 === "low")) || (data17 === "info"))){
validate40.errors = [{instancePath:instancePath+"/worsened/" + i1+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema43.enum},message:"must be equal to one of the allowed values",schema:schema43.enum,parentSchema:schema43,data:data17}];
return false;
}
var valid8 = _errs40 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/worsened/" + i1,schemaPath:"#/properties/worsened/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.properties.worsened.items.type,parentSchema:schema75.properties.worsened.items,data:data14}];
return false;
}
}
var valid7 = _errs33 === errors;
if(!valid7){
break;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/worsened",schemaPath:"#/properties/worsened/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.worsened.type,parentSchema:schema75.properties.worsened,data:data13}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.coverageChanges !== undefined){
let data18 = data.coverageChanges;
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data18)){
var valid11 = true;
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing4;
if(((data19.ja === undefined) && (missing4 = "ja")) || ((data19.en === undefined) && (missing4 = "en"))){
validate40.errors = [{instancePath:instancePath+"/coverageChanges/" + i2,schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema35.required,parentSchema:schema35,data:data19}];
return false;
}
else {
const _errs47 = errors;
for(const key4 in data19){
if(!((key4 === "ja") || (key4 === "en"))){
delete data19[key4];
}
}
if(_errs47 === errors){
if(data19.ja !== undefined){
let data20 = data19.ja;
const _errs48 = errors;
if(typeof data20 !== "string"){
validate40.errors = [{instancePath:instancePath+"/coverageChanges/" + i2+"/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data20}];
return false;
}
var valid13 = _errs48 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data19.en !== undefined){
let data21 = data19.en;
const _errs50 = errors;
if(typeof data21 !== "string"){
validate40.errors = [{instancePath:instancePath+"/coverageChanges/" + i2+"/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data21}];
return false;
}
var valid13 = _errs50 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/coverageChanges/" + i2,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data19}];
return false;
}
}
var valid11 = _errs44 === errors;
if(!valid11){
break;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/coverageChanges",schemaPath:"#/properties/coverageChanges/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.coverageChanges.type,parentSchema:schema75.properties.coverageChanges,data:data18}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.type,parentSchema:schema75,data}];
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema85 = {"type":"object","additionalProperties":false,"required":["packets","bytes","flows","first","last","nonIp","anomalies","limitsReached","duplicates","interrupted"],"properties":{"packets":{"type":"integer"},"bytes":{"type":"integer"},"flows":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"nonIp":{"$ref":"#/$defs/counts"},"anomalies":{"$ref":"#/$defs/counts"},"limitsReached":{"$ref":"#/$defs/counts"},"duplicates":{"type":"integer"},"interrupted":{"type":"boolean"}}};
const schema88 = {"type":"object","additionalProperties":{"type":"number"}};

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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.packets === undefined) && (missing0 = "packets")) || ((data.bytes === undefined) && (missing0 = "bytes"))) || ((data.flows === undefined) && (missing0 = "flows"))) || ((data.first === undefined) && (missing0 = "first"))) || ((data.last === undefined) && (missing0 = "last"))) || ((data.nonIp === undefined) && (missing0 = "nonIp"))) || ((data.anomalies === undefined) && (missing0 = "anomalies"))) || ((data.limitsReached === undefined) && (missing0 = "limitsReached"))) || ((data.duplicates === undefined) && (missing0 = "duplicates"))) || ((data.interrupted === undefined) && (missing0 = "interrupted"))){
validate43.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema85.required,parentSchema:schema85,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema85.properties, key0))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.packets !== undefined){
let data0 = data.packets;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate43.errors = [{instancePath:instancePath+"/packets",schemaPath:"#/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema85.properties.packets.type,parentSchema:schema85.properties.packets,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bytes !== undefined){
let data1 = data.bytes;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate43.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema85.properties.bytes.type,parentSchema:schema85.properties.bytes,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.flows !== undefined){
let data2 = data.flows;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate43.errors = [{instancePath:instancePath+"/flows",schemaPath:"#/properties/flows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema85.properties.flows.type,parentSchema:schema85.properties.flows,data:data2}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.first !== undefined){
let data3 = data.first;
const _errs8 = errors;
const _errs9 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate43.errors = [{instancePath:instancePath+"/first",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data3}];
return false;
}
if(errors === _errs9){
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
validate43.errors = [{instancePath:instancePath+"/first",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data3}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last !== undefined){
let data4 = data.last;
const _errs11 = errors;
const _errs12 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate43.errors = [{instancePath:instancePath+"/last",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data4}];
return false;
}
if(errors === _errs12){
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
validate43.errors = [{instancePath:instancePath+"/last",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data4}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nonIp !== undefined){
let data5 = data.nonIp;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
const _errs18 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate43.errors = [{instancePath:instancePath+"/nonIp/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/counts/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema88.additionalProperties.type,parentSchema:schema88.additionalProperties,data:data6}];
return false;
}
var valid4 = _errs18 === errors;
if(!valid4){
break;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/nonIp",schemaPath:"#/$defs/counts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema88.type,parentSchema:schema88,data:data5}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anomalies !== undefined){
let data7 = data.anomalies;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
let data8 = data7[key2];
const _errs24 = errors;
if(!((typeof data8 == "number") && (isFinite(data8)))){
validate43.errors = [{instancePath:instancePath+"/anomalies/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/counts/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema88.additionalProperties.type,parentSchema:schema88.additionalProperties,data:data8}];
return false;
}
var valid6 = _errs24 === errors;
if(!valid6){
break;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/anomalies",schemaPath:"#/$defs/counts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema88.type,parentSchema:schema88,data:data7}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limitsReached !== undefined){
let data9 = data.limitsReached;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
let data10 = data9[key3];
const _errs30 = errors;
if(!((typeof data10 == "number") && (isFinite(data10)))){
validate43.errors = [{instancePath:instancePath+"/limitsReached/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/counts/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema88.additionalProperties.type,parentSchema:schema88.additionalProperties,data:data10}];
return false;
}
var valid8 = _errs30 === errors;
if(!valid8){
break;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/limitsReached",schemaPath:"#/$defs/counts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema88.type,parentSchema:schema88,data:data9}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duplicates !== undefined){
let data11 = data.duplicates;
const _errs32 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate43.errors = [{instancePath:instancePath+"/duplicates",schemaPath:"#/properties/duplicates/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema85.properties.duplicates.type,parentSchema:schema85.properties.duplicates,data:data11}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interrupted !== undefined){
let data12 = data.interrupted;
const _errs34 = errors;
if(typeof data12 !== "boolean"){
validate43.errors = [{instancePath:instancePath+"/interrupted",schemaPath:"#/properties/interrupted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema85.properties.interrupted.type,parentSchema:schema85.properties.interrupted,data:data12}];
return false;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate43.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.type,parentSchema:schema85,data}];
return false;
}
}
validate43.errors = vErrors;
return errors === 0;
}
validate43.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema91 = {"type":"object","additionalProperties":false,"required":["file","point","sha256","bytes","packets","first","last","complete","format","linkTypes","problems"],"properties":{"file":{"type":"string"},"point":{"type":["string","null"]},"sha256":{"$ref":"#/$defs/sha256"},"bytes":{"type":"integer"},"packets":{"type":"integer"},"first":{"$ref":"#/$defs/seconds"},"last":{"$ref":"#/$defs/seconds"},"complete":{"type":"boolean"},"format":{"type":"string"},"linkTypes":{"type":"array","items":{"type":"string"}},"problems":{"type":"array","items":{"$ref":"#/$defs/problem"}},"files":{"type":"integer"}}};
const schema95 = {"type":"object","additionalProperties":false,"required":["code","level","message"],"properties":{"code":{"type":"string"},"file":{"type":"string"},"line":{"type":"integer"},"column":{"type":"integer"},"field":{"type":"string"},"level":{"enum":["error","warning"]},"message":{"$ref":"#/$defs/text"},"remedy":{"$ref":"#/$defs/text"}}};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate46.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.code === undefined) && (missing0 = "code")) || ((data.level === undefined) && (missing0 = "level"))) || ((data.message === undefined) && (missing0 = "message"))){
validate46.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema95.required,parentSchema:schema95,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "code") || (key0 === "file")) || (key0 === "line")) || (key0 === "column")) || (key0 === "field")) || (key0 === "level")) || (key0 === "message")) || (key0 === "remedy"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.code !== undefined){
let data0 = data.code;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate46.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.code.type,parentSchema:schema95.properties.code,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.file !== undefined){
let data1 = data.file;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate46.errors = [{instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.file.type,parentSchema:schema95.properties.file,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line !== undefined){
let data2 = data.line;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate46.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.line.type,parentSchema:schema95.properties.line,data:data2}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.column !== undefined){
let data3 = data.column;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate46.errors = [{instancePath:instancePath+"/column",schemaPath:"#/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.column.type,parentSchema:schema95.properties.column,data:data3}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.field !== undefined){
let data4 = data.field;
const _errs10 = errors;
if(typeof data4 !== "string"){
validate46.errors = [{instancePath:instancePath+"/field",schemaPath:"#/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.field.type,parentSchema:schema95.properties.field,data:data4}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.level !== undefined){
let data5 = data.level;
const _errs12 = errors;
if(!((data5 === "error") || (data5 === "warning"))){
validate46.errors = [{instancePath:instancePath+"/level",schemaPath:"#/properties/level/enum",keyword:"enum",params:{allowedValues: schema95.properties.level.enum},message:"must be equal to one of the allowed values",schema:schema95.properties.level.enum,parentSchema:schema95.properties.level,data:data5}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
let data6 = data.message;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((data6.ja === undefined) && (missing1 = "ja")) || ((data6.en === undefined) && (missing1 = "en"))){
validate46.errors = [{instancePath:instancePath+"/message",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema35.required,parentSchema:schema35,data:data6}];
return false;
}
else {
const _errs16 = errors;
for(const key1 in data6){
if(!((key1 === "ja") || (key1 === "en"))){
delete data6[key1];
}
}
if(_errs16 === errors){
if(data6.ja !== undefined){
let data7 = data6.ja;
const _errs17 = errors;
if(typeof data7 !== "string"){
validate46.errors = [{instancePath:instancePath+"/message/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data7}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.en !== undefined){
let data8 = data6.en;
const _errs19 = errors;
if(typeof data8 !== "string"){
validate46.errors = [{instancePath:instancePath+"/message/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data8}];
return false;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data6}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remedy !== undefined){
let data9 = data.remedy;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.ja === undefined) && (missing2 = "ja")) || ((data9.en === undefined) && (missing2 = "en"))){
validate46.errors = [{instancePath:instancePath+"/remedy",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema35.required,parentSchema:schema35,data:data9}];
return false;
}
else {
const _errs24 = errors;
for(const key2 in data9){
if(!((key2 === "ja") || (key2 === "en"))){
delete data9[key2];
}
}
if(_errs24 === errors){
if(data9.ja !== undefined){
let data10 = data9.ja;
const _errs25 = errors;
if(typeof data10 !== "string"){
validate46.errors = [{instancePath:instancePath+"/remedy/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data10}];
return false;
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.en !== undefined){
let data11 = data9.en;
const _errs27 = errors;
if(typeof data11 !== "string"){
validate46.errors = [{instancePath:instancePath+"/remedy/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data11}];
return false;
}
var valid4 = _errs27 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/remedy",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data9}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.type,parentSchema:schema95,data}];
return false;
}
}
validate46.errors = vErrors;
return errors === 0;
}
validate46.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.file === undefined) && (missing0 = "file")) || ((data.point === undefined) && (missing0 = "point"))) || ((data.sha256 === undefined) && (missing0 = "sha256"))) || ((data.bytes === undefined) && (missing0 = "bytes"))) || ((data.packets === undefined) && (missing0 = "packets"))) || ((data.first === undefined) && (missing0 = "first"))) || ((data.last === undefined) && (missing0 = "last"))) || ((data.complete === undefined) && (missing0 = "complete"))) || ((data.format === undefined) && (missing0 = "format"))) || ((data.linkTypes === undefined) && (missing0 = "linkTypes"))) || ((data.problems === undefined) && (missing0 = "problems"))){
validate45.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema91.required,parentSchema:schema91,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema91.properties, key0))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.file !== undefined){
let data0 = data.file;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate45.errors = [{instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.properties.file.type,parentSchema:schema91.properties.file,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.point !== undefined){
let data1 = data.point;
const _errs4 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate45.errors = [{instancePath:instancePath+"/point",schemaPath:"#/properties/point/type",keyword:"type",params:{type: schema91.properties.point.type},message:"must be string,null",schema:schema91.properties.point.type,parentSchema:schema91.properties.point,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha256 !== undefined){
let data2 = data.sha256;
const _errs6 = errors;
const _errs7 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate45.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: schema51.type},message:"must be string,null",schema:schema51.type,parentSchema:schema51,data:data2}];
return false;
}
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
validate45.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema51,data:data2}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bytes !== undefined){
let data3 = data.bytes;
const _errs9 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate45.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema91.properties.bytes.type,parentSchema:schema91.properties.bytes,data:data3}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packets !== undefined){
let data4 = data.packets;
const _errs11 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate45.errors = [{instancePath:instancePath+"/packets",schemaPath:"#/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema91.properties.packets.type,parentSchema:schema91.properties.packets,data:data4}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.first !== undefined){
let data5 = data.first;
const _errs13 = errors;
const _errs14 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate45.errors = [{instancePath:instancePath+"/first",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data5}];
return false;
}
if(errors === _errs14){
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
validate45.errors = [{instancePath:instancePath+"/first",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data5}];
return false;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last !== undefined){
let data6 = data.last;
const _errs16 = errors;
const _errs17 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate45.errors = [{instancePath:instancePath+"/last",schemaPath:"#/$defs/seconds/type",keyword:"type",params:{type: schema48.type},message:"must be string,null",schema:schema48.type,parentSchema:schema48,data:data6}];
return false;
}
if(errors === _errs17){
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
validate45.errors = [{instancePath:instancePath+"/last",schemaPath:"#/$defs/seconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]{1,14}\\.[0-9]{9}$"},message:"must match pattern \""+"^-?[0-9]{1,14}\\.[0-9]{9}$"+"\"",schema:"^-?[0-9]{1,14}\\.[0-9]{9}$",parentSchema:schema48,data:data6}];
return false;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.complete !== undefined){
let data7 = data.complete;
const _errs19 = errors;
if(typeof data7 !== "boolean"){
validate45.errors = [{instancePath:instancePath+"/complete",schemaPath:"#/properties/complete/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema91.properties.complete.type,parentSchema:schema91.properties.complete,data:data7}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.format !== undefined){
let data8 = data.format;
const _errs21 = errors;
if(typeof data8 !== "string"){
validate45.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.properties.format.type,parentSchema:schema91.properties.format,data:data8}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.linkTypes !== undefined){
let data9 = data.linkTypes;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data9)){
var valid4 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs25 = errors;
if(typeof data10 !== "string"){
validate45.errors = [{instancePath:instancePath+"/linkTypes/" + i0,schemaPath:"#/properties/linkTypes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.properties.linkTypes.items.type,parentSchema:schema91.properties.linkTypes.items,data:data10}];
return false;
}
var valid4 = _errs25 === errors;
if(!valid4){
break;
}
}
}
else {
validate45.errors = [{instancePath:instancePath+"/linkTypes",schemaPath:"#/properties/linkTypes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema91.properties.linkTypes.type,parentSchema:schema91.properties.linkTypes,data:data9}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data11 = data.problems;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data11)){
var valid5 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
const _errs29 = errors;
if(!(validate46(data11[i1], {instancePath:instancePath+"/problems/" + i1,parentData:data11,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var valid5 = _errs29 === errors;
if(!valid5){
break;
}
}
}
else {
validate45.errors = [{instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema91.properties.problems.type,parentSchema:schema91.properties.problems,data:data11}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.files !== undefined){
let data13 = data.files;
const _errs30 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate45.errors = [{instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema91.properties.files.type,parentSchema:schema91.properties.files,data:data13}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate45.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema91.type,parentSchema:schema91,data}];
return false;
}
}
validate45.errors = vErrors;
return errors === 0;
}
validate45.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema98 = {"type":"object","additionalProperties":false,"required":["traffic","conduits"],"properties":{"traffic":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["day","from","to","proto","port","flows","packets","bytes","verdicts"],"properties":{"day":{"type":"string"},"from":{"$ref":"#/$defs/area"},"to":{"$ref":"#/$defs/area"},"proto":{"type":"integer"},"port":{"type":["integer","null"]},"flows":{"type":"integer"},"packets":{"type":"integer"},"bytes":{"type":"integer"},"verdicts":{"$ref":"#/$defs/verdictCounts"}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["conduit","day","flows","bytes"],"properties":{"conduit":{"type":"string"},"day":{"type":"string"},"flows":{"type":"integer"},"bytes":{"type":"integer"}}}}}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate50.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.traffic === undefined) && (missing0 = "traffic")) || ((data.conduits === undefined) && (missing0 = "conduits"))){
validate50.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema98.required,parentSchema:schema98,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "traffic") || (key0 === "conduits"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.traffic !== undefined){
let data0 = data.traffic;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((((((((data1.day === undefined) && (missing1 = "day")) || ((data1.from === undefined) && (missing1 = "from"))) || ((data1.to === undefined) && (missing1 = "to"))) || ((data1.proto === undefined) && (missing1 = "proto"))) || ((data1.port === undefined) && (missing1 = "port"))) || ((data1.flows === undefined) && (missing1 = "flows"))) || ((data1.packets === undefined) && (missing1 = "packets"))) || ((data1.bytes === undefined) && (missing1 = "bytes"))) || ((data1.verdicts === undefined) && (missing1 = "verdicts"))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0,schemaPath:"#/properties/traffic/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema98.properties.traffic.items.required,parentSchema:schema98.properties.traffic.items,data:data1}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!(func1.call(schema98.properties.traffic.items.properties, key1))){
delete data1[key1];
}
}
if(_errs6 === errors){
if(data1.day !== undefined){
let data2 = data1.day;
const _errs7 = errors;
if(typeof data2 !== "string"){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/day",schemaPath:"#/properties/traffic/items/properties/day/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema98.properties.traffic.items.properties.day.type,parentSchema:schema98.properties.traffic.items.properties.day,data:data2}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.from !== undefined){
let data3 = data1.from;
const _errs9 = errors;
if(!(((((((((((data3 === "mynumber") || (data3 === "lgwan")) || (data3 === "internet")) || (data3 === "lgwan-wan")) || (data3 === "juki-net")) || (data3 === "govcloud")) || (data3 === "security-cloud")) || (data3 === "public")) || (data3 === "mgmt")) || (data3 === "unassigned")) || (data3 === "special"))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/from",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data3}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.to !== undefined){
let data4 = data1.to;
const _errs11 = errors;
if(!(((((((((((data4 === "mynumber") || (data4 === "lgwan")) || (data4 === "internet")) || (data4 === "lgwan-wan")) || (data4 === "juki-net")) || (data4 === "govcloud")) || (data4 === "security-cloud")) || (data4 === "public")) || (data4 === "mgmt")) || (data4 === "unassigned")) || (data4 === "special"))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/to",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data4}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.proto !== undefined){
let data5 = data1.proto;
const _errs13 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/proto",schemaPath:"#/properties/traffic/items/properties/proto/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema98.properties.traffic.items.properties.proto.type,parentSchema:schema98.properties.traffic.items.properties.proto,data:data5}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.port !== undefined){
let data6 = data1.port;
const _errs15 = errors;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (data6 !== null)){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/port",schemaPath:"#/properties/traffic/items/properties/port/type",keyword:"type",params:{type: schema98.properties.traffic.items.properties.port.type},message:"must be integer,null",schema:schema98.properties.traffic.items.properties.port.type,parentSchema:schema98.properties.traffic.items.properties.port,data:data6}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.flows !== undefined){
let data7 = data1.flows;
const _errs17 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/flows",schemaPath:"#/properties/traffic/items/properties/flows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema98.properties.traffic.items.properties.flows.type,parentSchema:schema98.properties.traffic.items.properties.flows,data:data7}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.packets !== undefined){
let data8 = data1.packets;
const _errs19 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/packets",schemaPath:"#/properties/traffic/items/properties/packets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema98.properties.traffic.items.properties.packets.type,parentSchema:schema98.properties.traffic.items.properties.packets,data:data8}];
return false;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.bytes !== undefined){
let data9 = data1.bytes;
const _errs21 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/bytes",schemaPath:"#/properties/traffic/items/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema98.properties.traffic.items.properties.bytes.type,parentSchema:schema98.properties.traffic.items.properties.bytes,data:data9}];
return false;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.verdicts !== undefined){
let data10 = data1.verdicts;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
const _errs26 = errors;
for(const key2 in data10){
if(!(((((((key2 === "permitted") || (key2 === "violation")) || (key2 === "suspected")) || (key2 === "attempt")) || (key2 === "blocked")) || (key2 === "observation")) || (key2 === "undetermined"))){
delete data10[key2];
}
}
if(_errs26 === errors){
if(data10.permitted !== undefined){
let data11 = data10.permitted;
const _errs27 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/permitted",schemaPath:"#/$defs/verdictCounts/properties/permitted/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.permitted.type,parentSchema:schema39.properties.permitted,data:data11}];
return false;
}
var valid6 = _errs27 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.violation !== undefined){
let data12 = data10.violation;
const _errs29 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/violation",schemaPath:"#/$defs/verdictCounts/properties/violation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.violation.type,parentSchema:schema39.properties.violation,data:data12}];
return false;
}
var valid6 = _errs29 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.suspected !== undefined){
let data13 = data10.suspected;
const _errs31 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/suspected",schemaPath:"#/$defs/verdictCounts/properties/suspected/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.suspected.type,parentSchema:schema39.properties.suspected,data:data13}];
return false;
}
var valid6 = _errs31 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.attempt !== undefined){
let data14 = data10.attempt;
const _errs33 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/attempt",schemaPath:"#/$defs/verdictCounts/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.attempt.type,parentSchema:schema39.properties.attempt,data:data14}];
return false;
}
var valid6 = _errs33 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.blocked !== undefined){
let data15 = data10.blocked;
const _errs35 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/blocked",schemaPath:"#/$defs/verdictCounts/properties/blocked/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.blocked.type,parentSchema:schema39.properties.blocked,data:data15}];
return false;
}
var valid6 = _errs35 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.observation !== undefined){
let data16 = data10.observation;
const _errs37 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/observation",schemaPath:"#/$defs/verdictCounts/properties/observation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.observation.type,parentSchema:schema39.properties.observation,data:data16}];
return false;
}
var valid6 = _errs37 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.undetermined !== undefined){
let data17 = data10.undetermined;
const _errs39 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts/undetermined",schemaPath:"#/$defs/verdictCounts/properties/undetermined/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.undetermined.type,parentSchema:schema39.properties.undetermined,data:data17}];
return false;
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0+"/verdicts",schemaPath:"#/$defs/verdictCounts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data:data10}];
return false;
}
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/traffic/" + i0,schemaPath:"#/properties/traffic/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema98.properties.traffic.items.type,parentSchema:schema98.properties.traffic.items,data:data1}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/traffic",schemaPath:"#/properties/traffic/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema98.properties.traffic.type,parentSchema:schema98.properties.traffic,data:data0}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conduits !== undefined){
let data18 = data.conduits;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data18)){
var valid7 = true;
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
const _errs43 = errors;
if(errors === _errs43){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing2;
if(((((data19.conduit === undefined) && (missing2 = "conduit")) || ((data19.day === undefined) && (missing2 = "day"))) || ((data19.flows === undefined) && (missing2 = "flows"))) || ((data19.bytes === undefined) && (missing2 = "bytes"))){
validate50.errors = [{instancePath:instancePath+"/conduits/" + i1,schemaPath:"#/properties/conduits/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema98.properties.conduits.items.required,parentSchema:schema98.properties.conduits.items,data:data19}];
return false;
}
else {
const _errs45 = errors;
for(const key3 in data19){
if(!((((key3 === "conduit") || (key3 === "day")) || (key3 === "flows")) || (key3 === "bytes"))){
delete data19[key3];
}
}
if(_errs45 === errors){
if(data19.conduit !== undefined){
let data20 = data19.conduit;
const _errs46 = errors;
if(typeof data20 !== "string"){
validate50.errors = [{instancePath:instancePath+"/conduits/" + i1+"/conduit",schemaPath:"#/properties/conduits/items/properties/conduit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema98.properties.conduits.items.properties.conduit.type,parentSchema:schema98.properties.conduits.items.properties.conduit,data:data20}];
return false;
}
var valid8 = _errs46 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.day !== undefined){
let data21 = data19.day;
const _errs48 = errors;
if(typeof data21 !== "string"){
validate50.errors = [{instancePath:instancePath+"/conduits/" + i1+"/day",schemaPath:"#/properties/conduits/items/properties/day/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema98.properties.conduits.items.properties.day.type,parentSchema:schema98.properties.conduits.items.properties.day,data:data21}];
return false;
}
var valid8 = _errs48 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.flows !== undefined){
let data22 = data19.flows;
const _errs50 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate50.errors = [{instancePath:instancePath+"/conduits/" + i1+"/flows",schemaPath:"#/properties/conduits/items/properties/flows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema98.properties.conduits.items.properties.flows.type,parentSchema:schema98.properties.conduits.items.properties.flows,data:data22}];
return false;
}
var valid8 = _errs50 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.bytes !== undefined){
let data23 = data19.bytes;
const _errs52 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate50.errors = [{instancePath:instancePath+"/conduits/" + i1+"/bytes",schemaPath:"#/properties/conduits/items/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema98.properties.conduits.items.properties.bytes.type,parentSchema:schema98.properties.conduits.items.properties.bytes,data:data23}];
return false;
}
var valid8 = _errs52 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/conduits/" + i1,schemaPath:"#/properties/conduits/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema98.properties.conduits.items.type,parentSchema:schema98.properties.conduits.items,data:data19}];
return false;
}
}
var valid7 = _errs43 === errors;
if(!valid7){
break;
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/conduits",schemaPath:"#/properties/conduits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema98.properties.conduits.type,parentSchema:schema98.properties.conduits,data:data18}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate50.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema98.type,parentSchema:schema98,data}];
return false;
}
}
validate50.errors = vErrors;
return errors === 0;
}
validate50.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema103 = {"type":"object","additionalProperties":false,"required":["schema","result","counts","rows","conduits","blindVlans","silentRules","notes","interrupted","topology","tool"],"properties":{"schema":{"const":"sansou/proof/1"},"result":{"enum":["proven","gaps"]},"counts":{"type":"object","additionalProperties":false,"required":["caught","missed","undetermined","not-applicable","falseAlarms"],"properties":{"caught":{"type":"integer"},"missed":{"type":"integer"},"undetermined":{"type":"integer"},"not-applicable":{"type":"integer"},"falseAlarms":{"type":"integer"}}},"rows":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","title","from","to","conduit","outcome","caughtAs","reason","twin","falseAlarms"],"properties":{"rule":{"type":"string"},"title":{"$ref":"#/$defs/text"},"from":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special",null]},"to":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special",null]},"conduit":{"type":["string","null"]},"outcome":{"enum":["caught","missed","undetermined","not-applicable"]},"caughtAs":{"type":["string","null"]},"reason":{"$ref":"#/$defs/proofReason"},"twin":{"enum":["quiet","alarm","none"]},"falseAlarms":{"type":"array","items":{"$ref":"#/$defs/falseAlarm"}}}}},"conduits":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["conduit","title","twin","reason","falseAlarms"],"properties":{"conduit":{"type":"string"},"title":{"type":"string"},"twin":{"enum":["quiet","alarm","none"]},"reason":{"$ref":"#/$defs/proofReason"},"falseAlarms":{"type":"array","items":{"$ref":"#/$defs/falseAlarm"}}}}},"blindVlans":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["vlan","area","name"],"properties":{"vlan":{"type":"integer"},"area":{"$ref":"#/$defs/area"},"name":{"type":["string","null"]}}}},"silentRules":{"type":"array","items":{"type":"string"}},"notes":{"type":"array","items":{"$ref":"#/$defs/text"}},"interrupted":{"type":"boolean"},"topology":{"type":"object","additionalProperties":false,"required":["file","sha256","organization","model"],"properties":{"file":{"type":"string"},"sha256":{"type":"string"},"organization":{"type":"string"},"model":{"type":"string"}}},"tool":{"type":"object","additionalProperties":false,"required":["name","version","rules"],"properties":{"name":{"const":"sansou"},"version":{"type":"string"},"rules":{"type":"string"}}}}};
const schema105 = {"type":["object","null"],"additionalProperties":false,"required":["code","subjects","text"],"properties":{"code":{"type":"string"},"subjects":{"type":"array","items":{"type":"string"}},"text":{"$ref":"#/$defs/text"}}};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema105.type},message:"must be object,null",schema:schema105.type,parentSchema:schema105,data}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.code === undefined) && (missing0 = "code")) || ((data.subjects === undefined) && (missing0 = "subjects"))) || ((data.text === undefined) && (missing0 = "text"))){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema105.required,parentSchema:schema105,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "code") || (key0 === "subjects")) || (key0 === "text"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.code !== undefined){
let data0 = data.code;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate53.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.properties.code.type,parentSchema:schema105.properties.code,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subjects !== undefined){
let data1 = data.subjects;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(typeof data2 !== "string"){
validate53.errors = [{instancePath:instancePath+"/subjects/" + i0,schemaPath:"#/properties/subjects/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.properties.subjects.items.type,parentSchema:schema105.properties.subjects.items,data:data2}];
return false;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/subjects",schemaPath:"#/properties/subjects/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema105.properties.subjects.type,parentSchema:schema105.properties.subjects,data:data1}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
let data3 = data.text;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.ja === undefined) && (missing1 = "ja")) || ((data3.en === undefined) && (missing1 = "en"))){
validate53.errors = [{instancePath:instancePath+"/text",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema35.required,parentSchema:schema35,data:data3}];
return false;
}
else {
const _errs11 = errors;
for(const key1 in data3){
if(!((key1 === "ja") || (key1 === "en"))){
delete data3[key1];
}
}
if(_errs11 === errors){
if(data3.ja !== undefined){
let data4 = data3.ja;
const _errs12 = errors;
if(typeof data4 !== "string"){
validate53.errors = [{instancePath:instancePath+"/text/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data4}];
return false;
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data3.en !== undefined){
let data5 = data3.en;
const _errs14 = errors;
if(typeof data5 !== "string"){
validate53.errors = [{instancePath:instancePath+"/text/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data5}];
return false;
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/text",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data3}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema107 = {"type":"object","additionalProperties":false,"required":["rule","verdict","summary"],"properties":{"rule":{"type":"string"},"verdict":{"type":"string"},"summary":{"$ref":"#/$defs/text"}}};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.rule === undefined) && (missing0 = "rule")) || ((data.verdict === undefined) && (missing0 = "verdict"))) || ((data.summary === undefined) && (missing0 = "summary"))){
validate55.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema107.required,parentSchema:schema107,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "rule") || (key0 === "verdict")) || (key0 === "summary"))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.rule !== undefined){
let data0 = data.rule;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate55.errors = [{instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.rule.type,parentSchema:schema107.properties.rule,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined){
let data1 = data.verdict;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate55.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/properties/verdict/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.verdict.type,parentSchema:schema107.properties.verdict,data:data1}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data2 = data.summary;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.ja === undefined) && (missing1 = "ja")) || ((data2.en === undefined) && (missing1 = "en"))){
validate55.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema35.required,parentSchema:schema35,data:data2}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data2){
if(!((key1 === "ja") || (key1 === "en"))){
delete data2[key1];
}
}
if(_errs9 === errors){
if(data2.ja !== undefined){
let data3 = data2.ja;
const _errs10 = errors;
if(typeof data3 !== "string"){
validate55.errors = [{instancePath:instancePath+"/summary/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data3}];
return false;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.en !== undefined){
let data4 = data2.en;
const _errs12 = errors;
if(typeof data4 !== "string"){
validate55.errors = [{instancePath:instancePath+"/summary/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data4}];
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data2}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate55.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.type,parentSchema:schema107,data}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.schema === undefined) && (missing0 = "schema")) || ((data.result === undefined) && (missing0 = "result"))) || ((data.counts === undefined) && (missing0 = "counts"))) || ((data.rows === undefined) && (missing0 = "rows"))) || ((data.conduits === undefined) && (missing0 = "conduits"))) || ((data.blindVlans === undefined) && (missing0 = "blindVlans"))) || ((data.silentRules === undefined) && (missing0 = "silentRules"))) || ((data.notes === undefined) && (missing0 = "notes"))) || ((data.interrupted === undefined) && (missing0 = "interrupted"))) || ((data.topology === undefined) && (missing0 = "topology"))) || ((data.tool === undefined) && (missing0 = "tool"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema103.required,parentSchema:schema103,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema103.properties, key0))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.schema !== undefined){
let data0 = data.schema;
const _errs2 = errors;
if("sansou/proof/1" !== data0){
validate52.errors = [{instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "sansou/proof/1"},message:"must be equal to constant",schema:"sansou/proof/1",parentSchema:schema103.properties.schema,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.result !== undefined){
let data1 = data.result;
const _errs3 = errors;
if(!((data1 === "proven") || (data1 === "gaps"))){
validate52.errors = [{instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema103.properties.result.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.result.enum,parentSchema:schema103.properties.result,data:data1}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counts !== undefined){
let data2 = data.counts;
const _errs4 = errors;
if(errors === _errs4){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((((data2.caught === undefined) && (missing1 = "caught")) || ((data2.missed === undefined) && (missing1 = "missed"))) || ((data2.undetermined === undefined) && (missing1 = "undetermined"))) || ((data2["not-applicable"] === undefined) && (missing1 = "not-applicable"))) || ((data2.falseAlarms === undefined) && (missing1 = "falseAlarms"))){
validate52.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema103.properties.counts.required,parentSchema:schema103.properties.counts,data:data2}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data2){
if(!(((((key1 === "caught") || (key1 === "missed")) || (key1 === "undetermined")) || (key1 === "not-applicable")) || (key1 === "falseAlarms"))){
delete data2[key1];
}
}
if(_errs6 === errors){
if(data2.caught !== undefined){
let data3 = data2.caught;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate52.errors = [{instancePath:instancePath+"/counts/caught",schemaPath:"#/properties/counts/properties/caught/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.counts.properties.caught.type,parentSchema:schema103.properties.counts.properties.caught,data:data3}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.missed !== undefined){
let data4 = data2.missed;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate52.errors = [{instancePath:instancePath+"/counts/missed",schemaPath:"#/properties/counts/properties/missed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.counts.properties.missed.type,parentSchema:schema103.properties.counts.properties.missed,data:data4}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.undetermined !== undefined){
let data5 = data2.undetermined;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate52.errors = [{instancePath:instancePath+"/counts/undetermined",schemaPath:"#/properties/counts/properties/undetermined/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.counts.properties.undetermined.type,parentSchema:schema103.properties.counts.properties.undetermined,data:data5}];
return false;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2["not-applicable"] !== undefined){
let data6 = data2["not-applicable"];
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate52.errors = [{instancePath:instancePath+"/counts/not-applicable",schemaPath:"#/properties/counts/properties/not-applicable/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.counts.properties["not-applicable"].type,parentSchema:schema103.properties.counts.properties["not-applicable"],data:data6}];
return false;
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.falseAlarms !== undefined){
let data7 = data2.falseAlarms;
const _errs15 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate52.errors = [{instancePath:instancePath+"/counts/falseAlarms",schemaPath:"#/properties/counts/properties/falseAlarms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.counts.properties.falseAlarms.type,parentSchema:schema103.properties.counts.properties.falseAlarms,data:data7}];
return false;
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.counts.type,parentSchema:schema103.properties.counts,data:data2}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data8 = data.rows;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data8)){
var valid2 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((((((((((data9.rule === undefined) && (missing2 = "rule")) || ((data9.title === undefined) && (missing2 = "title"))) || ((data9.from === undefined) && (missing2 = "from"))) || ((data9.to === undefined) && (missing2 = "to"))) || ((data9.conduit === undefined) && (missing2 = "conduit"))) || ((data9.outcome === undefined) && (missing2 = "outcome"))) || ((data9.caughtAs === undefined) && (missing2 = "caughtAs"))) || ((data9.reason === undefined) && (missing2 = "reason"))) || ((data9.twin === undefined) && (missing2 = "twin"))) || ((data9.falseAlarms === undefined) && (missing2 = "falseAlarms"))){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0,schemaPath:"#/properties/rows/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema103.properties.rows.items.required,parentSchema:schema103.properties.rows.items,data:data9}];
return false;
}
else {
const _errs21 = errors;
for(const key2 in data9){
if(!(func1.call(schema103.properties.rows.items.properties, key2))){
delete data9[key2];
}
}
if(_errs21 === errors){
if(data9.rule !== undefined){
let data10 = data9.rule;
const _errs22 = errors;
if(typeof data10 !== "string"){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/rule",schemaPath:"#/properties/rows/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.rows.items.properties.rule.type,parentSchema:schema103.properties.rows.items.properties.rule,data:data10}];
return false;
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.title !== undefined){
let data11 = data9.title;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing3;
if(((data11.ja === undefined) && (missing3 = "ja")) || ((data11.en === undefined) && (missing3 = "en"))){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/title",schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema35.required,parentSchema:schema35,data:data11}];
return false;
}
else {
const _errs27 = errors;
for(const key3 in data11){
if(!((key3 === "ja") || (key3 === "en"))){
delete data11[key3];
}
}
if(_errs27 === errors){
if(data11.ja !== undefined){
let data12 = data11.ja;
const _errs28 = errors;
if(typeof data12 !== "string"){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/title/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data12}];
return false;
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data11.en !== undefined){
let data13 = data11.en;
const _errs30 = errors;
if(typeof data13 !== "string"){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/title/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data13}];
return false;
}
var valid5 = _errs30 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/title",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data11}];
return false;
}
}
var valid3 = _errs24 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.from !== undefined){
let data14 = data9.from;
const _errs32 = errors;
if(!((((((((((((data14 === "mynumber") || (data14 === "lgwan")) || (data14 === "internet")) || (data14 === "lgwan-wan")) || (data14 === "juki-net")) || (data14 === "govcloud")) || (data14 === "security-cloud")) || (data14 === "public")) || (data14 === "mgmt")) || (data14 === "unassigned")) || (data14 === "special")) || (data14 === null))){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/from",schemaPath:"#/properties/rows/items/properties/from/enum",keyword:"enum",params:{allowedValues: schema103.properties.rows.items.properties.from.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.rows.items.properties.from.enum,parentSchema:schema103.properties.rows.items.properties.from,data:data14}];
return false;
}
var valid3 = _errs32 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.to !== undefined){
let data15 = data9.to;
const _errs33 = errors;
if(!((((((((((((data15 === "mynumber") || (data15 === "lgwan")) || (data15 === "internet")) || (data15 === "lgwan-wan")) || (data15 === "juki-net")) || (data15 === "govcloud")) || (data15 === "security-cloud")) || (data15 === "public")) || (data15 === "mgmt")) || (data15 === "unassigned")) || (data15 === "special")) || (data15 === null))){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/to",schemaPath:"#/properties/rows/items/properties/to/enum",keyword:"enum",params:{allowedValues: schema103.properties.rows.items.properties.to.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.rows.items.properties.to.enum,parentSchema:schema103.properties.rows.items.properties.to,data:data15}];
return false;
}
var valid3 = _errs33 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.conduit !== undefined){
let data16 = data9.conduit;
const _errs34 = errors;
if((typeof data16 !== "string") && (data16 !== null)){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/conduit",schemaPath:"#/properties/rows/items/properties/conduit/type",keyword:"type",params:{type: schema103.properties.rows.items.properties.conduit.type},message:"must be string,null",schema:schema103.properties.rows.items.properties.conduit.type,parentSchema:schema103.properties.rows.items.properties.conduit,data:data16}];
return false;
}
var valid3 = _errs34 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.outcome !== undefined){
let data17 = data9.outcome;
const _errs36 = errors;
if(!((((data17 === "caught") || (data17 === "missed")) || (data17 === "undetermined")) || (data17 === "not-applicable"))){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/outcome",schemaPath:"#/properties/rows/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema103.properties.rows.items.properties.outcome.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.rows.items.properties.outcome.enum,parentSchema:schema103.properties.rows.items.properties.outcome,data:data17}];
return false;
}
var valid3 = _errs36 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.caughtAs !== undefined){
let data18 = data9.caughtAs;
const _errs37 = errors;
if((typeof data18 !== "string") && (data18 !== null)){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/caughtAs",schemaPath:"#/properties/rows/items/properties/caughtAs/type",keyword:"type",params:{type: schema103.properties.rows.items.properties.caughtAs.type},message:"must be string,null",schema:schema103.properties.rows.items.properties.caughtAs.type,parentSchema:schema103.properties.rows.items.properties.caughtAs,data:data18}];
return false;
}
var valid3 = _errs37 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.reason !== undefined){
const _errs39 = errors;
if(!(validate53(data9.reason, {instancePath:instancePath+"/rows/" + i0+"/reason",parentData:data9,parentDataProperty:"reason",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid3 = _errs39 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.twin !== undefined){
let data20 = data9.twin;
const _errs40 = errors;
if(!(((data20 === "quiet") || (data20 === "alarm")) || (data20 === "none"))){
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/twin",schemaPath:"#/properties/rows/items/properties/twin/enum",keyword:"enum",params:{allowedValues: schema103.properties.rows.items.properties.twin.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.rows.items.properties.twin.enum,parentSchema:schema103.properties.rows.items.properties.twin,data:data20}];
return false;
}
var valid3 = _errs40 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.falseAlarms !== undefined){
let data21 = data9.falseAlarms;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data21)){
var valid6 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
const _errs43 = errors;
if(!(validate55(data21[i1], {instancePath:instancePath+"/rows/" + i0+"/falseAlarms/" + i1,parentData:data21,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var valid6 = _errs43 === errors;
if(!valid6){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/rows/" + i0+"/falseAlarms",schemaPath:"#/properties/rows/items/properties/falseAlarms/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.rows.items.properties.falseAlarms.type,parentSchema:schema103.properties.rows.items.properties.falseAlarms,data:data21}];
return false;
}
}
var valid3 = _errs41 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/rows/" + i0,schemaPath:"#/properties/rows/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.rows.items.type,parentSchema:schema103.properties.rows.items,data:data9}];
return false;
}
}
var valid2 = _errs19 === errors;
if(!valid2){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.rows.type,parentSchema:schema103.properties.rows,data:data8}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conduits !== undefined){
let data23 = data.conduits;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data23)){
var valid7 = true;
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
let data24 = data23[i2];
const _errs46 = errors;
if(errors === _errs46){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing4;
if((((((data24.conduit === undefined) && (missing4 = "conduit")) || ((data24.title === undefined) && (missing4 = "title"))) || ((data24.twin === undefined) && (missing4 = "twin"))) || ((data24.reason === undefined) && (missing4 = "reason"))) || ((data24.falseAlarms === undefined) && (missing4 = "falseAlarms"))){
validate52.errors = [{instancePath:instancePath+"/conduits/" + i2,schemaPath:"#/properties/conduits/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema103.properties.conduits.items.required,parentSchema:schema103.properties.conduits.items,data:data24}];
return false;
}
else {
const _errs48 = errors;
for(const key4 in data24){
if(!(((((key4 === "conduit") || (key4 === "title")) || (key4 === "twin")) || (key4 === "reason")) || (key4 === "falseAlarms"))){
delete data24[key4];
}
}
if(_errs48 === errors){
if(data24.conduit !== undefined){
let data25 = data24.conduit;
const _errs49 = errors;
if(typeof data25 !== "string"){
validate52.errors = [{instancePath:instancePath+"/conduits/" + i2+"/conduit",schemaPath:"#/properties/conduits/items/properties/conduit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.conduits.items.properties.conduit.type,parentSchema:schema103.properties.conduits.items.properties.conduit,data:data25}];
return false;
}
var valid8 = _errs49 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data24.title !== undefined){
let data26 = data24.title;
const _errs51 = errors;
if(typeof data26 !== "string"){
validate52.errors = [{instancePath:instancePath+"/conduits/" + i2+"/title",schemaPath:"#/properties/conduits/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.conduits.items.properties.title.type,parentSchema:schema103.properties.conduits.items.properties.title,data:data26}];
return false;
}
var valid8 = _errs51 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data24.twin !== undefined){
let data27 = data24.twin;
const _errs53 = errors;
if(!(((data27 === "quiet") || (data27 === "alarm")) || (data27 === "none"))){
validate52.errors = [{instancePath:instancePath+"/conduits/" + i2+"/twin",schemaPath:"#/properties/conduits/items/properties/twin/enum",keyword:"enum",params:{allowedValues: schema103.properties.conduits.items.properties.twin.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.conduits.items.properties.twin.enum,parentSchema:schema103.properties.conduits.items.properties.twin,data:data27}];
return false;
}
var valid8 = _errs53 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data24.reason !== undefined){
const _errs54 = errors;
if(!(validate53(data24.reason, {instancePath:instancePath+"/conduits/" + i2+"/reason",parentData:data24,parentDataProperty:"reason",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid8 = _errs54 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data24.falseAlarms !== undefined){
let data29 = data24.falseAlarms;
const _errs55 = errors;
if(errors === _errs55){
if(Array.isArray(data29)){
var valid9 = true;
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
const _errs57 = errors;
if(!(validate55(data29[i3], {instancePath:instancePath+"/conduits/" + i2+"/falseAlarms/" + i3,parentData:data29,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var valid9 = _errs57 === errors;
if(!valid9){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/conduits/" + i2+"/falseAlarms",schemaPath:"#/properties/conduits/items/properties/falseAlarms/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.conduits.items.properties.falseAlarms.type,parentSchema:schema103.properties.conduits.items.properties.falseAlarms,data:data29}];
return false;
}
}
var valid8 = _errs55 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/conduits/" + i2,schemaPath:"#/properties/conduits/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.conduits.items.type,parentSchema:schema103.properties.conduits.items,data:data24}];
return false;
}
}
var valid7 = _errs46 === errors;
if(!valid7){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/conduits",schemaPath:"#/properties/conduits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.conduits.type,parentSchema:schema103.properties.conduits,data:data23}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blindVlans !== undefined){
let data31 = data.blindVlans;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data31)){
var valid10 = true;
const len4 = data31.length;
for(let i4=0; i4<len4; i4++){
let data32 = data31[i4];
const _errs60 = errors;
if(errors === _errs60){
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
let missing5;
if((((data32.vlan === undefined) && (missing5 = "vlan")) || ((data32.area === undefined) && (missing5 = "area"))) || ((data32.name === undefined) && (missing5 = "name"))){
validate52.errors = [{instancePath:instancePath+"/blindVlans/" + i4,schemaPath:"#/properties/blindVlans/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'",schema:schema103.properties.blindVlans.items.required,parentSchema:schema103.properties.blindVlans.items,data:data32}];
return false;
}
else {
const _errs62 = errors;
for(const key5 in data32){
if(!(((key5 === "vlan") || (key5 === "area")) || (key5 === "name"))){
delete data32[key5];
}
}
if(_errs62 === errors){
if(data32.vlan !== undefined){
let data33 = data32.vlan;
const _errs63 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate52.errors = [{instancePath:instancePath+"/blindVlans/" + i4+"/vlan",schemaPath:"#/properties/blindVlans/items/properties/vlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.blindVlans.items.properties.vlan.type,parentSchema:schema103.properties.blindVlans.items.properties.vlan,data:data33}];
return false;
}
var valid11 = _errs63 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data32.area !== undefined){
let data34 = data32.area;
const _errs65 = errors;
if(!(((((((((((data34 === "mynumber") || (data34 === "lgwan")) || (data34 === "internet")) || (data34 === "lgwan-wan")) || (data34 === "juki-net")) || (data34 === "govcloud")) || (data34 === "security-cloud")) || (data34 === "public")) || (data34 === "mgmt")) || (data34 === "unassigned")) || (data34 === "special"))){
validate52.errors = [{instancePath:instancePath+"/blindVlans/" + i4+"/area",schemaPath:"#/$defs/area/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values",schema:schema37.enum,parentSchema:schema37,data:data34}];
return false;
}
var valid11 = _errs65 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data32.name !== undefined){
let data35 = data32.name;
const _errs67 = errors;
if((typeof data35 !== "string") && (data35 !== null)){
validate52.errors = [{instancePath:instancePath+"/blindVlans/" + i4+"/name",schemaPath:"#/properties/blindVlans/items/properties/name/type",keyword:"type",params:{type: schema103.properties.blindVlans.items.properties.name.type},message:"must be string,null",schema:schema103.properties.blindVlans.items.properties.name.type,parentSchema:schema103.properties.blindVlans.items.properties.name,data:data35}];
return false;
}
var valid11 = _errs67 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/blindVlans/" + i4,schemaPath:"#/properties/blindVlans/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.blindVlans.items.type,parentSchema:schema103.properties.blindVlans.items,data:data32}];
return false;
}
}
var valid10 = _errs60 === errors;
if(!valid10){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/blindVlans",schemaPath:"#/properties/blindVlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.blindVlans.type,parentSchema:schema103.properties.blindVlans,data:data31}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.silentRules !== undefined){
let data36 = data.silentRules;
const _errs69 = errors;
if(errors === _errs69){
if(Array.isArray(data36)){
var valid13 = true;
const len5 = data36.length;
for(let i5=0; i5<len5; i5++){
let data37 = data36[i5];
const _errs71 = errors;
if(typeof data37 !== "string"){
validate52.errors = [{instancePath:instancePath+"/silentRules/" + i5,schemaPath:"#/properties/silentRules/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.silentRules.items.type,parentSchema:schema103.properties.silentRules.items,data:data37}];
return false;
}
var valid13 = _errs71 === errors;
if(!valid13){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/silentRules",schemaPath:"#/properties/silentRules/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.silentRules.type,parentSchema:schema103.properties.silentRules,data:data36}];
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data38 = data.notes;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data38)){
var valid14 = true;
const len6 = data38.length;
for(let i6=0; i6<len6; i6++){
let data39 = data38[i6];
const _errs75 = errors;
const _errs76 = errors;
if(errors === _errs76){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing6;
if(((data39.ja === undefined) && (missing6 = "ja")) || ((data39.en === undefined) && (missing6 = "en"))){
validate52.errors = [{instancePath:instancePath+"/notes/" + i6,schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'",schema:schema35.required,parentSchema:schema35,data:data39}];
return false;
}
else {
const _errs78 = errors;
for(const key6 in data39){
if(!((key6 === "ja") || (key6 === "en"))){
delete data39[key6];
}
}
if(_errs78 === errors){
if(data39.ja !== undefined){
let data40 = data39.ja;
const _errs79 = errors;
if(typeof data40 !== "string"){
validate52.errors = [{instancePath:instancePath+"/notes/" + i6+"/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data40}];
return false;
}
var valid16 = _errs79 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.en !== undefined){
let data41 = data39.en;
const _errs81 = errors;
if(typeof data41 !== "string"){
validate52.errors = [{instancePath:instancePath+"/notes/" + i6+"/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data41}];
return false;
}
var valid16 = _errs81 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/notes/" + i6,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data39}];
return false;
}
}
var valid14 = _errs75 === errors;
if(!valid14){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.notes.type,parentSchema:schema103.properties.notes,data:data38}];
return false;
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interrupted !== undefined){
let data42 = data.interrupted;
const _errs83 = errors;
if(typeof data42 !== "boolean"){
validate52.errors = [{instancePath:instancePath+"/interrupted",schemaPath:"#/properties/interrupted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema103.properties.interrupted.type,parentSchema:schema103.properties.interrupted,data:data42}];
return false;
}
var valid0 = _errs83 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.topology !== undefined){
let data43 = data.topology;
const _errs85 = errors;
if(errors === _errs85){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing7;
if(((((data43.file === undefined) && (missing7 = "file")) || ((data43.sha256 === undefined) && (missing7 = "sha256"))) || ((data43.organization === undefined) && (missing7 = "organization"))) || ((data43.model === undefined) && (missing7 = "model"))){
validate52.errors = [{instancePath:instancePath+"/topology",schemaPath:"#/properties/topology/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'",schema:schema103.properties.topology.required,parentSchema:schema103.properties.topology,data:data43}];
return false;
}
else {
const _errs87 = errors;
for(const key7 in data43){
if(!((((key7 === "file") || (key7 === "sha256")) || (key7 === "organization")) || (key7 === "model"))){
delete data43[key7];
}
}
if(_errs87 === errors){
if(data43.file !== undefined){
let data44 = data43.file;
const _errs88 = errors;
if(typeof data44 !== "string"){
validate52.errors = [{instancePath:instancePath+"/topology/file",schemaPath:"#/properties/topology/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.topology.properties.file.type,parentSchema:schema103.properties.topology.properties.file,data:data44}];
return false;
}
var valid17 = _errs88 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data43.sha256 !== undefined){
let data45 = data43.sha256;
const _errs90 = errors;
if(typeof data45 !== "string"){
validate52.errors = [{instancePath:instancePath+"/topology/sha256",schemaPath:"#/properties/topology/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.topology.properties.sha256.type,parentSchema:schema103.properties.topology.properties.sha256,data:data45}];
return false;
}
var valid17 = _errs90 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data43.organization !== undefined){
let data46 = data43.organization;
const _errs92 = errors;
if(typeof data46 !== "string"){
validate52.errors = [{instancePath:instancePath+"/topology/organization",schemaPath:"#/properties/topology/properties/organization/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.topology.properties.organization.type,parentSchema:schema103.properties.topology.properties.organization,data:data46}];
return false;
}
var valid17 = _errs92 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data43.model !== undefined){
let data47 = data43.model;
const _errs94 = errors;
if(typeof data47 !== "string"){
validate52.errors = [{instancePath:instancePath+"/topology/model",schemaPath:"#/properties/topology/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.topology.properties.model.type,parentSchema:schema103.properties.topology.properties.model,data:data47}];
return false;
}
var valid17 = _errs94 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/topology",schemaPath:"#/properties/topology/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.topology.type,parentSchema:schema103.properties.topology,data:data43}];
return false;
}
}
var valid0 = _errs85 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tool !== undefined){
let data48 = data.tool;
const _errs96 = errors;
if(errors === _errs96){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing8;
if((((data48.name === undefined) && (missing8 = "name")) || ((data48.version === undefined) && (missing8 = "version"))) || ((data48.rules === undefined) && (missing8 = "rules"))){
validate52.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'",schema:schema103.properties.tool.required,parentSchema:schema103.properties.tool,data:data48}];
return false;
}
else {
const _errs98 = errors;
for(const key8 in data48){
if(!(((key8 === "name") || (key8 === "version")) || (key8 === "rules"))){
delete data48[key8];
}
}
if(_errs98 === errors){
if(data48.name !== undefined){
let data49 = data48.name;
const _errs99 = errors;
if("sansou" !== data49){
validate52.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/const",keyword:"const",params:{allowedValue: "sansou"},message:"must be equal to constant",schema:"sansou",parentSchema:schema103.properties.tool.properties.name,data:data49}];
return false;
}
var valid18 = _errs99 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data48.version !== undefined){
let data50 = data48.version;
const _errs100 = errors;
if(typeof data50 !== "string"){
validate52.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/properties/tool/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.tool.properties.version.type,parentSchema:schema103.properties.tool.properties.version,data:data50}];
return false;
}
var valid18 = _errs100 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data48.rules !== undefined){
let data51 = data48.rules;
const _errs102 = errors;
if(typeof data51 !== "string"){
validate52.errors = [{instancePath:instancePath+"/tool/rules",schemaPath:"#/properties/tool/properties/rules/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.tool.properties.rules.type,parentSchema:schema103.properties.tool.properties.rules,data:data51}];
return false;
}
var valid18 = _errs102 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.tool.type,parentSchema:schema103.properties.tool,data:data48}];
return false;
}
}
var valid0 = _errs96 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.type,parentSchema:schema103,data}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:sansou:report:1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((data.schema === undefined) && (missing0 = "schema")) || ((data.result === undefined) && (missing0 = "result"))) || ((data.clauses === undefined) && (missing0 = "clauses"))) || ((data.matrix === undefined) && (missing0 = "matrix"))) || ((data.findings === undefined) && (missing0 = "findings"))) || ((data.quality === undefined) && (missing0 = "quality"))) || ((data.coverage === undefined) && (missing0 = "coverage"))) || ((data.plan === undefined) && (missing0 = "plan"))) || ((data.audit === undefined) && (missing0 = "audit"))) || ((data.statements === undefined) && (missing0 = "statements"))) || ((data.statistics === undefined) && (missing0 = "statistics"))) || ((data.inputs === undefined) && (missing0 = "inputs"))) || ((data.tool === undefined) && (missing0 = "tool"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema31.required,parentSchema:schema31,data}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
delete data[key0];
}
}
if(_errs1 === errors){
if(data.schema !== undefined){
let data0 = data.schema;
const _errs2 = errors;
if("sansou/report/1" !== data0){
validate20.errors = [{instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "sansou/report/1"},message:"must be equal to constant",schema:"sansou/report/1",parentSchema:schema31.properties.schema,data:data0}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.result !== undefined){
let data1 = data.result;
const _errs3 = errors;
if(!((((data1 === "violation") || (data1 === "suspected")) || (data1 === "undetermined")) || (data1 === "none-observed"))){
validate20.errors = [{instancePath:instancePath+"/result",schemaPath:"#/$defs/result/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data1}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clauses !== undefined){
let data2 = data.clauses;
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((data2.A === undefined) && (missing1 = "A")) || ((data2.I === undefined) && (missing1 = "I"))) || ((data2.U === undefined) && (missing1 = "U"))){
validate20.errors = [{instancePath:instancePath+"/clauses",schemaPath:"#/properties/clauses/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema31.properties.clauses.required,parentSchema:schema31.properties.clauses,data:data2}];
return false;
}
else {
const _errs7 = errors;
for(const key1 in data2){
if(!(((key1 === "A") || (key1 === "I")) || (key1 === "U"))){
delete data2[key1];
}
}
if(_errs7 === errors){
if(data2.A !== undefined){
const _errs8 = errors;
if(!(validate21(data2.A, {instancePath:instancePath+"/clauses/A",parentData:data2,parentDataProperty:"A",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.I !== undefined){
const _errs9 = errors;
if(!(validate21(data2.I, {instancePath:instancePath+"/clauses/I",parentData:data2,parentDataProperty:"I",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.U !== undefined){
const _errs10 = errors;
if(!(validate21(data2.U, {instancePath:instancePath+"/clauses/U",parentData:data2,parentDataProperty:"U",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/clauses",schemaPath:"#/properties/clauses/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.clauses.type,parentSchema:schema31.properties.clauses,data:data2}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.matrix !== undefined){
let data6 = data.matrix;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid3 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs13 = errors;
if(!(validate25(data6[i0], {instancePath:instancePath+"/matrix/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.matrix.type,parentSchema:schema31.properties.matrix,data:data6}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.findings !== undefined){
let data8 = data.findings;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data8)){
var valid4 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
const _errs16 = errors;
if(!(validate27(data8[i1], {instancePath:instancePath+"/findings/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid4 = _errs16 === errors;
if(!valid4){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.findings.type,parentSchema:schema31.properties.findings,data:data8}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quality !== undefined){
let data10 = data.quality;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data10)){
var valid5 = true;
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
const _errs19 = errors;
if(!(validate31(data10[i2], {instancePath:instancePath+"/quality/" + i2,parentData:data10,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
var valid5 = _errs19 === errors;
if(!valid5){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.quality.type,parentSchema:schema31.properties.quality,data:data10}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.coverage !== undefined){
const _errs20 = errors;
if(!(validate33(data.coverage, {instancePath:instancePath+"/coverage",parentData:data,parentDataProperty:"coverage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.plan !== undefined){
const _errs21 = errors;
if(!(validate35(data.plan, {instancePath:instancePath+"/plan",parentData:data,parentDataProperty:"plan",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.audit !== undefined){
let data14 = data.audit;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if(((((((((((data14.purpose === undefined) && (missing2 = "purpose")) || ((data14.standard === undefined) && (missing2 = "standard"))) || ((data14.period === undefined) && (missing2 = "period"))) || ((data14.testers === undefined) && (missing2 = "testers"))) || ((data14.organization === undefined) && (missing2 = "organization"))) || ((data14.independence === undefined) && (missing2 = "independence"))) || ((data14.qualification === undefined) && (missing2 = "qualification"))) || ((data14.approver === undefined) && (missing2 = "approver"))) || ((data14.exclusions === undefined) && (missing2 = "exclusions"))) || ((data14.remarks === undefined) && (missing2 = "remarks"))){
validate20.errors = [{instancePath:instancePath+"/audit",schemaPath:"#/$defs/audit/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema74.required,parentSchema:schema74,data:data14}];
return false;
}
else {
const _errs25 = errors;
for(const key2 in data14){
if(!(func1.call(schema74.properties, key2))){
delete data14[key2];
}
}
if(_errs25 === errors){
if(data14.purpose !== undefined){
let data15 = data14.purpose;
const _errs26 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/purpose",schemaPath:"#/$defs/audit/properties/purpose/type",keyword:"type",params:{type: schema74.properties.purpose.type},message:"must be string,null",schema:schema74.properties.purpose.type,parentSchema:schema74.properties.purpose,data:data15}];
return false;
}
var valid7 = _errs26 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.standard !== undefined){
let data16 = data14.standard;
const _errs28 = errors;
if((typeof data16 !== "string") && (data16 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/standard",schemaPath:"#/$defs/audit/properties/standard/type",keyword:"type",params:{type: schema74.properties.standard.type},message:"must be string,null",schema:schema74.properties.standard.type,parentSchema:schema74.properties.standard,data:data16}];
return false;
}
var valid7 = _errs28 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.period !== undefined){
let data17 = data14.period;
const _errs30 = errors;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/period",schemaPath:"#/$defs/audit/properties/period/type",keyword:"type",params:{type: schema74.properties.period.type},message:"must be object,null",schema:schema74.properties.period.type,parentSchema:schema74.properties.period,data:data17}];
return false;
}
if(errors === _errs30){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing3;
if(((data17.from === undefined) && (missing3 = "from")) || ((data17.to === undefined) && (missing3 = "to"))){
validate20.errors = [{instancePath:instancePath+"/audit/period",schemaPath:"#/$defs/audit/properties/period/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema74.properties.period.required,parentSchema:schema74.properties.period,data:data17}];
return false;
}
else {
const _errs32 = errors;
for(const key3 in data17){
if(!((key3 === "from") || (key3 === "to"))){
delete data17[key3];
}
}
if(_errs32 === errors){
if(data17.from !== undefined){
let data18 = data17.from;
const _errs33 = errors;
if((typeof data18 !== "string") && (data18 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/period/from",schemaPath:"#/$defs/audit/properties/period/properties/from/type",keyword:"type",params:{type: schema74.properties.period.properties.from.type},message:"must be string,null",schema:schema74.properties.period.properties.from.type,parentSchema:schema74.properties.period.properties.from,data:data18}];
return false;
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data17.to !== undefined){
let data19 = data17.to;
const _errs35 = errors;
if((typeof data19 !== "string") && (data19 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/period/to",schemaPath:"#/$defs/audit/properties/period/properties/to/type",keyword:"type",params:{type: schema74.properties.period.properties.to.type},message:"must be string,null",schema:schema74.properties.period.properties.to.type,parentSchema:schema74.properties.period.properties.to,data:data19}];
return false;
}
var valid8 = _errs35 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.testers !== undefined){
let data20 = data14.testers;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data20)){
var valid9 = true;
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
let data21 = data20[i3];
const _errs39 = errors;
if(typeof data21 !== "string"){
validate20.errors = [{instancePath:instancePath+"/audit/testers/" + i3,schemaPath:"#/$defs/audit/properties/testers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.properties.testers.items.type,parentSchema:schema74.properties.testers.items,data:data21}];
return false;
}
var valid9 = _errs39 === errors;
if(!valid9){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/audit/testers",schemaPath:"#/$defs/audit/properties/testers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema74.properties.testers.type,parentSchema:schema74.properties.testers,data:data20}];
return false;
}
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.organization !== undefined){
let data22 = data14.organization;
const _errs41 = errors;
if((typeof data22 !== "string") && (data22 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/organization",schemaPath:"#/$defs/audit/properties/organization/type",keyword:"type",params:{type: schema74.properties.organization.type},message:"must be string,null",schema:schema74.properties.organization.type,parentSchema:schema74.properties.organization,data:data22}];
return false;
}
var valid7 = _errs41 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.independence !== undefined){
let data23 = data14.independence;
const _errs43 = errors;
if((typeof data23 !== "string") && (data23 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/independence",schemaPath:"#/$defs/audit/properties/independence/type",keyword:"type",params:{type: schema74.properties.independence.type},message:"must be string,null",schema:schema74.properties.independence.type,parentSchema:schema74.properties.independence,data:data23}];
return false;
}
var valid7 = _errs43 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.qualification !== undefined){
let data24 = data14.qualification;
const _errs45 = errors;
if((typeof data24 !== "string") && (data24 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/qualification",schemaPath:"#/$defs/audit/properties/qualification/type",keyword:"type",params:{type: schema74.properties.qualification.type},message:"must be string,null",schema:schema74.properties.qualification.type,parentSchema:schema74.properties.qualification,data:data24}];
return false;
}
var valid7 = _errs45 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.approver !== undefined){
let data25 = data14.approver;
const _errs47 = errors;
if((typeof data25 !== "string") && (data25 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/approver",schemaPath:"#/$defs/audit/properties/approver/type",keyword:"type",params:{type: schema74.properties.approver.type},message:"must be string,null",schema:schema74.properties.approver.type,parentSchema:schema74.properties.approver,data:data25}];
return false;
}
var valid7 = _errs47 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.exclusions !== undefined){
let data26 = data14.exclusions;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data26)){
var valid10 = true;
const len4 = data26.length;
for(let i4=0; i4<len4; i4++){
let data27 = data26[i4];
const _errs51 = errors;
if(typeof data27 !== "string"){
validate20.errors = [{instancePath:instancePath+"/audit/exclusions/" + i4,schemaPath:"#/$defs/audit/properties/exclusions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.properties.exclusions.items.type,parentSchema:schema74.properties.exclusions.items,data:data27}];
return false;
}
var valid10 = _errs51 === errors;
if(!valid10){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/audit/exclusions",schemaPath:"#/$defs/audit/properties/exclusions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema74.properties.exclusions.type,parentSchema:schema74.properties.exclusions,data:data26}];
return false;
}
}
var valid7 = _errs49 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data14.remarks !== undefined){
let data28 = data14.remarks;
const _errs53 = errors;
if((typeof data28 !== "string") && (data28 !== null)){
validate20.errors = [{instancePath:instancePath+"/audit/remarks",schemaPath:"#/$defs/audit/properties/remarks/type",keyword:"type",params:{type: schema74.properties.remarks.type},message:"must be string,null",schema:schema74.properties.remarks.type,parentSchema:schema74.properties.remarks,data:data28}];
return false;
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/audit",schemaPath:"#/$defs/audit/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema74.type,parentSchema:schema74,data:data14}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.comparison !== undefined){
const _errs55 = errors;
if(!(validate40(data.comparison, {instancePath:instancePath+"/comparison",parentData:data,parentDataProperty:"comparison",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.acceptances !== undefined){
let data30 = data.acceptances;
const _errs56 = errors;
const _errs57 = errors;
if(errors === _errs57){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing4;
if((((data30.file === undefined) && (missing4 = "file")) || ((data30.sha256 === undefined) && (missing4 = "sha256"))) || ((data30.entries === undefined) && (missing4 = "entries"))){
validate20.errors = [{instancePath:instancePath+"/acceptances",schemaPath:"#/$defs/acceptances/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema82.required,parentSchema:schema82,data:data30}];
return false;
}
else {
const _errs59 = errors;
for(const key4 in data30){
if(!(((key4 === "file") || (key4 === "sha256")) || (key4 === "entries"))){
delete data30[key4];
}
}
if(_errs59 === errors){
if(data30.file !== undefined){
let data31 = data30.file;
const _errs60 = errors;
if(typeof data31 !== "string"){
validate20.errors = [{instancePath:instancePath+"/acceptances/file",schemaPath:"#/$defs/acceptances/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.properties.file.type,parentSchema:schema82.properties.file,data:data31}];
return false;
}
var valid12 = _errs60 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data30.sha256 !== undefined){
let data32 = data30.sha256;
const _errs62 = errors;
if(typeof data32 !== "string"){
validate20.errors = [{instancePath:instancePath+"/acceptances/sha256",schemaPath:"#/$defs/acceptances/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.properties.sha256.type,parentSchema:schema82.properties.sha256,data:data32}];
return false;
}
var valid12 = _errs62 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data30.entries !== undefined){
let data33 = data30.entries;
const _errs64 = errors;
if(errors === _errs64){
if(Array.isArray(data33)){
var valid13 = true;
const len5 = data33.length;
for(let i5=0; i5<len5; i5++){
let data34 = data33[i5];
const _errs66 = errors;
if(errors === _errs66){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing5;
if(((((((((data34.entry === undefined) && (missing5 = "entry")) || ((data34.reason === undefined) && (missing5 = "reason"))) || ((data34.approver === undefined) && (missing5 = "approver"))) || ((data34.ticket === undefined) && (missing5 = "ticket"))) || ((data34.until === undefined) && (missing5 = "until"))) || ((data34.settledBy === undefined) && (missing5 = "settledBy"))) || ((data34.state === undefined) && (missing5 = "state"))) || ((data34.findings === undefined) && (missing5 = "findings"))){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5,schemaPath:"#/$defs/acceptances/properties/entries/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'",schema:schema82.properties.entries.items.required,parentSchema:schema82.properties.entries.items,data:data34}];
return false;
}
else {
const _errs68 = errors;
for(const key5 in data34){
if(!((((((((key5 === "entry") || (key5 === "reason")) || (key5 === "approver")) || (key5 === "ticket")) || (key5 === "until")) || (key5 === "settledBy")) || (key5 === "state")) || (key5 === "findings"))){
delete data34[key5];
}
}
if(_errs68 === errors){
if(data34.entry !== undefined){
let data35 = data34.entry;
const _errs69 = errors;
if(typeof data35 !== "string"){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/entry",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/entry/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.properties.entries.items.properties.entry.type,parentSchema:schema82.properties.entries.items.properties.entry,data:data35}];
return false;
}
var valid14 = _errs69 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.reason !== undefined){
let data36 = data34.reason;
const _errs71 = errors;
if(typeof data36 !== "string"){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/reason",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.properties.entries.items.properties.reason.type,parentSchema:schema82.properties.entries.items.properties.reason,data:data36}];
return false;
}
var valid14 = _errs71 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.approver !== undefined){
let data37 = data34.approver;
const _errs73 = errors;
if(typeof data37 !== "string"){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/approver",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/approver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.properties.entries.items.properties.approver.type,parentSchema:schema82.properties.entries.items.properties.approver,data:data37}];
return false;
}
var valid14 = _errs73 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.ticket !== undefined){
let data38 = data34.ticket;
const _errs75 = errors;
if((typeof data38 !== "string") && (data38 !== null)){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/ticket",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/ticket/type",keyword:"type",params:{type: schema82.properties.entries.items.properties.ticket.type},message:"must be string,null",schema:schema82.properties.entries.items.properties.ticket.type,parentSchema:schema82.properties.entries.items.properties.ticket,data:data38}];
return false;
}
var valid14 = _errs75 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.until !== undefined){
let data39 = data34.until;
const _errs77 = errors;
if((typeof data39 !== "string") && (data39 !== null)){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/until",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/until/type",keyword:"type",params:{type: schema82.properties.entries.items.properties.until.type},message:"must be string,null",schema:schema82.properties.entries.items.properties.until.type,parentSchema:schema82.properties.entries.items.properties.until,data:data39}];
return false;
}
var valid14 = _errs77 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.settledBy !== undefined){
let data40 = data34.settledBy;
const _errs79 = errors;
if((typeof data40 !== "string") && (data40 !== null)){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/settledBy",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/settledBy/type",keyword:"type",params:{type: schema82.properties.entries.items.properties.settledBy.type},message:"must be string,null",schema:schema82.properties.entries.items.properties.settledBy.type,parentSchema:schema82.properties.entries.items.properties.settledBy,data:data40}];
return false;
}
var valid14 = _errs79 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.state !== undefined){
let data41 = data34.state;
const _errs81 = errors;
if(!(((data41 === "used") || (data41 === "unused")) || (data41 === "expired"))){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/state",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema82.properties.entries.items.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema82.properties.entries.items.properties.state.enum,parentSchema:schema82.properties.entries.items.properties.state,data:data41}];
return false;
}
var valid14 = _errs81 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data34.findings !== undefined){
let data42 = data34.findings;
const _errs82 = errors;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5+"/findings",schemaPath:"#/$defs/acceptances/properties/entries/items/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema82.properties.entries.items.properties.findings.type,parentSchema:schema82.properties.entries.items.properties.findings,data:data42}];
return false;
}
var valid14 = _errs82 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/acceptances/entries/" + i5,schemaPath:"#/$defs/acceptances/properties/entries/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema82.properties.entries.items.type,parentSchema:schema82.properties.entries.items,data:data34}];
return false;
}
}
var valid13 = _errs66 === errors;
if(!valid13){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/acceptances/entries",schemaPath:"#/$defs/acceptances/properties/entries/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema82.properties.entries.type,parentSchema:schema82.properties.entries,data:data33}];
return false;
}
}
var valid12 = _errs64 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/acceptances",schemaPath:"#/$defs/acceptances/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema82.type,parentSchema:schema82,data:data30}];
return false;
}
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.redacted !== undefined){
let data43 = data.redacted;
const _errs84 = errors;
if(typeof data43 !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/redacted",schemaPath:"#/properties/redacted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.redacted.type,parentSchema:schema31.properties.redacted,data:data43}];
return false;
}
var valid0 = _errs84 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.redactionKey !== undefined){
let data44 = data.redactionKey;
const _errs86 = errors;
if(typeof data44 !== "string"){
validate20.errors = [{instancePath:instancePath+"/redactionKey",schemaPath:"#/properties/redactionKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.redactionKey.type,parentSchema:schema31.properties.redactionKey,data:data44}];
return false;
}
var valid0 = _errs86 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.omitted !== undefined){
let data45 = data.omitted;
const _errs88 = errors;
if(errors === _errs88){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing6;
if(((data45.below === undefined) && (missing6 = "below")) || ((data45.findings === undefined) && (missing6 = "findings"))){
validate20.errors = [{instancePath:instancePath+"/omitted",schemaPath:"#/properties/omitted/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'",schema:schema31.properties.omitted.required,parentSchema:schema31.properties.omitted,data:data45}];
return false;
}
else {
const _errs90 = errors;
for(const key6 in data45){
if(!((key6 === "below") || (key6 === "findings"))){
delete data45[key6];
}
}
if(_errs90 === errors){
if(data45.below !== undefined){
let data46 = data45.below;
const _errs91 = errors;
if(!(((((data46 === "critical") || (data46 === "high")) || (data46 === "medium")) || (data46 === "low")) || (data46 === "info"))){
validate20.errors = [{instancePath:instancePath+"/omitted/below",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema43.enum},message:"must be equal to one of the allowed values",schema:schema43.enum,parentSchema:schema43,data:data46}];
return false;
}
var valid15 = _errs91 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data45.findings !== undefined){
let data47 = data45.findings;
const _errs93 = errors;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
validate20.errors = [{instancePath:instancePath+"/omitted/findings",schemaPath:"#/properties/omitted/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.omitted.properties.findings.type,parentSchema:schema31.properties.omitted.properties.findings,data:data47}];
return false;
}
var valid15 = _errs93 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/omitted",schemaPath:"#/properties/omitted/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.omitted.type,parentSchema:schema31.properties.omitted,data:data45}];
return false;
}
}
var valid0 = _errs88 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statements !== undefined){
let data48 = data.statements;
const _errs95 = errors;
if(errors === _errs95){
if(Array.isArray(data48)){
var valid17 = true;
const len6 = data48.length;
for(let i6=0; i6<len6; i6++){
let data49 = data48[i6];
const _errs97 = errors;
const _errs98 = errors;
if(errors === _errs98){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
let missing7;
if(((data49.ja === undefined) && (missing7 = "ja")) || ((data49.en === undefined) && (missing7 = "en"))){
validate20.errors = [{instancePath:instancePath+"/statements/" + i6,schemaPath:"#/$defs/text/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'",schema:schema35.required,parentSchema:schema35,data:data49}];
return false;
}
else {
const _errs100 = errors;
for(const key7 in data49){
if(!((key7 === "ja") || (key7 === "en"))){
delete data49[key7];
}
}
if(_errs100 === errors){
if(data49.ja !== undefined){
let data50 = data49.ja;
const _errs101 = errors;
if(typeof data50 !== "string"){
validate20.errors = [{instancePath:instancePath+"/statements/" + i6+"/ja",schemaPath:"#/$defs/text/properties/ja/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.ja.type,parentSchema:schema35.properties.ja,data:data50}];
return false;
}
var valid19 = _errs101 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data49.en !== undefined){
let data51 = data49.en;
const _errs103 = errors;
if(typeof data51 !== "string"){
validate20.errors = [{instancePath:instancePath+"/statements/" + i6+"/en",schemaPath:"#/$defs/text/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.en.type,parentSchema:schema35.properties.en,data:data51}];
return false;
}
var valid19 = _errs103 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/statements/" + i6,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data49}];
return false;
}
}
var valid17 = _errs97 === errors;
if(!valid17){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.statements.type,parentSchema:schema31.properties.statements,data:data48}];
return false;
}
}
var valid0 = _errs95 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statistics !== undefined){
const _errs105 = errors;
if(!(validate43(data.statistics, {instancePath:instancePath+"/statistics",parentData:data,parentDataProperty:"statistics",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
var valid0 = _errs105 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inputs !== undefined){
let data53 = data.inputs;
const _errs106 = errors;
if(errors === _errs106){
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing8;
if(((data53.captures === undefined) && (missing8 = "captures")) || ((data53.topology === undefined) && (missing8 = "topology"))){
validate20.errors = [{instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'",schema:schema31.properties.inputs.required,parentSchema:schema31.properties.inputs,data:data53}];
return false;
}
else {
const _errs108 = errors;
for(const key8 in data53){
if(!((key8 === "captures") || (key8 === "topology"))){
delete data53[key8];
}
}
if(_errs108 === errors){
if(data53.captures !== undefined){
let data54 = data53.captures;
const _errs109 = errors;
if(errors === _errs109){
if(Array.isArray(data54)){
var valid21 = true;
const len7 = data54.length;
for(let i7=0; i7<len7; i7++){
const _errs111 = errors;
if(!(validate45(data54[i7], {instancePath:instancePath+"/inputs/captures/" + i7,parentData:data54,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
var valid21 = _errs111 === errors;
if(!valid21){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/inputs/captures",schemaPath:"#/properties/inputs/properties/captures/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.inputs.properties.captures.type,parentSchema:schema31.properties.inputs.properties.captures,data:data54}];
return false;
}
}
var valid20 = _errs109 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data53.topology !== undefined){
let data56 = data53.topology;
const _errs112 = errors;
if(errors === _errs112){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing9;
if(((((((data56.file === undefined) && (missing9 = "file")) || ((data56.sha256 === undefined) && (missing9 = "sha256"))) || ((data56.organization === undefined) && (missing9 = "organization"))) || ((data56.model === undefined) && (missing9 = "model"))) || ((data56.timezone === undefined) && (missing9 = "timezone"))) || ((data56.warnings === undefined) && (missing9 = "warnings"))){
validate20.errors = [{instancePath:instancePath+"/inputs/topology",schemaPath:"#/properties/inputs/properties/topology/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'",schema:schema31.properties.inputs.properties.topology.required,parentSchema:schema31.properties.inputs.properties.topology,data:data56}];
return false;
}
else {
const _errs114 = errors;
for(const key9 in data56){
if(!((((((key9 === "file") || (key9 === "sha256")) || (key9 === "organization")) || (key9 === "model")) || (key9 === "timezone")) || (key9 === "warnings"))){
delete data56[key9];
}
}
if(_errs114 === errors){
if(data56.file !== undefined){
let data57 = data56.file;
const _errs115 = errors;
if(typeof data57 !== "string"){
validate20.errors = [{instancePath:instancePath+"/inputs/topology/file",schemaPath:"#/properties/inputs/properties/topology/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.inputs.properties.topology.properties.file.type,parentSchema:schema31.properties.inputs.properties.topology.properties.file,data:data57}];
return false;
}
var valid22 = _errs115 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data56.sha256 !== undefined){
let data58 = data56.sha256;
const _errs117 = errors;
if(typeof data58 !== "string"){
validate20.errors = [{instancePath:instancePath+"/inputs/topology/sha256",schemaPath:"#/properties/inputs/properties/topology/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.inputs.properties.topology.properties.sha256.type,parentSchema:schema31.properties.inputs.properties.topology.properties.sha256,data:data58}];
return false;
}
var valid22 = _errs117 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data56.organization !== undefined){
let data59 = data56.organization;
const _errs119 = errors;
if(typeof data59 !== "string"){
validate20.errors = [{instancePath:instancePath+"/inputs/topology/organization",schemaPath:"#/properties/inputs/properties/topology/properties/organization/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.inputs.properties.topology.properties.organization.type,parentSchema:schema31.properties.inputs.properties.topology.properties.organization,data:data59}];
return false;
}
var valid22 = _errs119 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data56.model !== undefined){
let data60 = data56.model;
const _errs121 = errors;
if(typeof data60 !== "string"){
validate20.errors = [{instancePath:instancePath+"/inputs/topology/model",schemaPath:"#/properties/inputs/properties/topology/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.inputs.properties.topology.properties.model.type,parentSchema:schema31.properties.inputs.properties.topology.properties.model,data:data60}];
return false;
}
var valid22 = _errs121 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data56.timezone !== undefined){
let data61 = data56.timezone;
const _errs123 = errors;
if(typeof data61 !== "string"){
validate20.errors = [{instancePath:instancePath+"/inputs/topology/timezone",schemaPath:"#/properties/inputs/properties/topology/properties/timezone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.inputs.properties.topology.properties.timezone.type,parentSchema:schema31.properties.inputs.properties.topology.properties.timezone,data:data61}];
return false;
}
var valid22 = _errs123 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data56.warnings !== undefined){
let data62 = data56.warnings;
const _errs125 = errors;
if(errors === _errs125){
if(Array.isArray(data62)){
var valid23 = true;
const len8 = data62.length;
for(let i8=0; i8<len8; i8++){
const _errs127 = errors;
if(!(validate46(data62[i8], {instancePath:instancePath+"/inputs/topology/warnings/" + i8,parentData:data62,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var valid23 = _errs127 === errors;
if(!valid23){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/inputs/topology/warnings",schemaPath:"#/properties/inputs/properties/topology/properties/warnings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.inputs.properties.topology.properties.warnings.type,parentSchema:schema31.properties.inputs.properties.topology.properties.warnings,data:data62}];
return false;
}
}
var valid22 = _errs125 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/inputs/topology",schemaPath:"#/properties/inputs/properties/topology/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.inputs.properties.topology.type,parentSchema:schema31.properties.inputs.properties.topology,data:data56}];
return false;
}
}
var valid20 = _errs112 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.inputs.type,parentSchema:schema31.properties.inputs,data:data53}];
return false;
}
}
var valid0 = _errs106 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tool !== undefined){
let data64 = data.tool;
const _errs128 = errors;
if(errors === _errs128){
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
let missing10;
if((((data64.name === undefined) && (missing10 = "name")) || ((data64.version === undefined) && (missing10 = "version"))) || ((data64.rules === undefined) && (missing10 = "rules"))){
validate20.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'",schema:schema31.properties.tool.required,parentSchema:schema31.properties.tool,data:data64}];
return false;
}
else {
const _errs130 = errors;
for(const key10 in data64){
if(!(((key10 === "name") || (key10 === "version")) || (key10 === "rules"))){
delete data64[key10];
}
}
if(_errs130 === errors){
if(data64.name !== undefined){
let data65 = data64.name;
const _errs131 = errors;
if("sansou" !== data65){
validate20.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/const",keyword:"const",params:{allowedValue: "sansou"},message:"must be equal to constant",schema:"sansou",parentSchema:schema31.properties.tool.properties.name,data:data65}];
return false;
}
var valid24 = _errs131 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data64.version !== undefined){
let data66 = data64.version;
const _errs132 = errors;
if(typeof data66 !== "string"){
validate20.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/properties/tool/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.tool.properties.version.type,parentSchema:schema31.properties.tool.properties.version,data:data66}];
return false;
}
var valid24 = _errs132 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data64.rules !== undefined){
let data67 = data64.rules;
const _errs134 = errors;
if(typeof data67 !== "string"){
validate20.errors = [{instancePath:instancePath+"/tool/rules",schemaPath:"#/properties/tool/properties/rules/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.tool.properties.rules.type,parentSchema:schema31.properties.tool.properties.rules,data:data67}];
return false;
}
var valid24 = _errs134 === errors;
}
else {
var valid24 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.tool.type,parentSchema:schema31.properties.tool,data:data64}];
return false;
}
}
var valid0 = _errs128 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.daily !== undefined){
const _errs136 = errors;
if(!(validate50(data.daily, {instancePath:instancePath+"/daily",parentData:data,parentDataProperty:"daily",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
var valid0 = _errs136 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeline !== undefined){
let data69 = data.timeline;
const _errs137 = errors;
const _errs138 = errors;
if(errors === _errs138){
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
let missing11;
if(((data69.binSeconds === undefined) && (missing11 = "binSeconds")) || ((data69.bins === undefined) && (missing11 = "bins"))){
validate20.errors = [{instancePath:instancePath+"/timeline",schemaPath:"#/$defs/timeline/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'",schema:schema102.required,parentSchema:schema102,data:data69}];
return false;
}
else {
const _errs140 = errors;
for(const key11 in data69){
if(!((key11 === "binSeconds") || (key11 === "bins"))){
delete data69[key11];
}
}
if(_errs140 === errors){
if(data69.binSeconds !== undefined){
let data70 = data69.binSeconds;
const _errs141 = errors;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
validate20.errors = [{instancePath:instancePath+"/timeline/binSeconds",schemaPath:"#/$defs/timeline/properties/binSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.binSeconds.type,parentSchema:schema102.properties.binSeconds,data:data70}];
return false;
}
var valid26 = _errs141 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data69.bins !== undefined){
let data71 = data69.bins;
const _errs143 = errors;
if(errors === _errs143){
if(Array.isArray(data71)){
var valid27 = true;
const len9 = data71.length;
for(let i9=0; i9<len9; i9++){
let data72 = data71[i9];
const _errs145 = errors;
if(errors === _errs145){
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
let missing12;
if(((data72.start === undefined) && (missing12 = "start")) || ((data72.clauses === undefined) && (missing12 = "clauses"))){
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9,schemaPath:"#/$defs/timeline/properties/bins/items/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'",schema:schema102.properties.bins.items.required,parentSchema:schema102.properties.bins.items,data:data72}];
return false;
}
else {
const _errs147 = errors;
for(const key12 in data72){
if(!((key12 === "start") || (key12 === "clauses"))){
delete data72[key12];
}
}
if(_errs147 === errors){
if(data72.start !== undefined){
let data73 = data72.start;
const _errs148 = errors;
if(typeof data73 !== "string"){
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/start",schemaPath:"#/$defs/timeline/properties/bins/items/properties/start/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.bins.items.properties.start.type,parentSchema:schema102.properties.bins.items.properties.start,data:data73}];
return false;
}
var valid28 = _errs148 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data72.clauses !== undefined){
let data74 = data72.clauses;
const _errs150 = errors;
if(errors === _errs150){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
const _errs152 = errors;
for(const key13 in data74){
if(!(((key13 === "A") || (key13 === "I")) || (key13 === "U"))){
delete data74[key13];
}
}
if(_errs152 === errors){
if(data74.A !== undefined){
let data75 = data74.A;
const _errs153 = errors;
if(errors === _errs153){
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
for(const key14 in data75){
let data76 = data75[key14];
const _errs156 = errors;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses/A/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/properties/A/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.bins.items.properties.clauses.properties.A.additionalProperties.type,parentSchema:schema102.properties.bins.items.properties.clauses.properties.A.additionalProperties,data:data76}];
return false;
}
var valid30 = _errs156 === errors;
if(!valid30){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses/A",schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/properties/A/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.bins.items.properties.clauses.properties.A.type,parentSchema:schema102.properties.bins.items.properties.clauses.properties.A,data:data75}];
return false;
}
}
var valid29 = _errs153 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data74.I !== undefined){
let data77 = data74.I;
const _errs158 = errors;
if(errors === _errs158){
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key15 in data77){
let data78 = data77[key15];
const _errs161 = errors;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses/I/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/properties/I/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.bins.items.properties.clauses.properties.I.additionalProperties.type,parentSchema:schema102.properties.bins.items.properties.clauses.properties.I.additionalProperties,data:data78}];
return false;
}
var valid31 = _errs161 === errors;
if(!valid31){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses/I",schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/properties/I/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.bins.items.properties.clauses.properties.I.type,parentSchema:schema102.properties.bins.items.properties.clauses.properties.I,data:data77}];
return false;
}
}
var valid29 = _errs158 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data74.U !== undefined){
let data79 = data74.U;
const _errs163 = errors;
if(errors === _errs163){
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key16 in data79){
let data80 = data79[key16];
const _errs166 = errors;
if(!(((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80))) && (isFinite(data80)))){
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses/U/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/properties/U/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.bins.items.properties.clauses.properties.U.additionalProperties.type,parentSchema:schema102.properties.bins.items.properties.clauses.properties.U.additionalProperties,data:data80}];
return false;
}
var valid32 = _errs166 === errors;
if(!valid32){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses/U",schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/properties/U/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.bins.items.properties.clauses.properties.U.type,parentSchema:schema102.properties.bins.items.properties.clauses.properties.U,data:data79}];
return false;
}
}
var valid29 = _errs163 === errors;
}
else {
var valid29 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9+"/clauses",schemaPath:"#/$defs/timeline/properties/bins/items/properties/clauses/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.bins.items.properties.clauses.type,parentSchema:schema102.properties.bins.items.properties.clauses,data:data74}];
return false;
}
}
var valid28 = _errs150 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline/bins/" + i9,schemaPath:"#/$defs/timeline/properties/bins/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.bins.items.type,parentSchema:schema102.properties.bins.items,data:data72}];
return false;
}
}
var valid27 = _errs145 === errors;
if(!valid27){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline/bins",schemaPath:"#/$defs/timeline/properties/bins/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema102.properties.bins.type,parentSchema:schema102.properties.bins,data:data71}];
return false;
}
}
var valid26 = _errs143 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/timeline",schemaPath:"#/$defs/timeline/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data:data69}];
return false;
}
}
var valid0 = _errs137 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proof !== undefined){
const _errs168 = errors;
if(!(validate52(data.proof, {instancePath:instancePath+"/proof",parentData:data,parentDataProperty:"proof",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs168 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
