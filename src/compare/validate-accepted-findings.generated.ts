/* eslint-disable */
// @ts-nocheck
// Generated from docs/schemas/accepted-findings.schema.json by topology/compile-schema.mjs. Do not edit.
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:sansou:accepted-findings:1","type":"object","additionalProperties":false,"required":["version","accepted"],"properties":{"version":{"const":1},"accepted":{"type":"array","items":{"$ref":"#/$defs/entry"}}},"$defs":{"words":{"type":"string","pattern":"\\S"},"date":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"entry":{"type":"object","additionalProperties":false,"required":["id","reason","approver","until"],"properties":{"id":{"$ref":"#/$defs/words"},"fingerprint":{"type":"string","pattern":"^[0-9a-f]{16,64}$"},"pattern":{"$ref":"#/$defs/pattern"},"reason":{"$ref":"#/$defs/words"},"approver":{"$ref":"#/$defs/words"},"ticket":{"$ref":"#/$defs/words"},"until":{"$ref":"#/$defs/date"},"settledBy":{"$ref":"#/$defs/words"}}},"pattern":{"type":"object","additionalProperties":false,"required":["rule"],"properties":{"rule":{"type":"string","pattern":"^A8-3-[AIU]-[0-9]{2}$"},"verdict":{"enum":["violation","suspected","attempt","blocked","observation","undetermined"]},"from":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"zone":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special"]},"host":{"$ref":"#/$defs/words"},"prefix":{"$ref":"#/$defs/words"}}},"to":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"zone":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special"]},"host":{"$ref":"#/$defs/words"},"prefix":{"$ref":"#/$defs/words"}}},"conduit":{"$ref":"#/$defs/words"},"service":{"type":"string","pattern":"^(tcp|udp|sctp)/[0-9]{1,5}$|^icmp$|^icmpv6$"}}}}};
const schema32 = {"type":"object","additionalProperties":false,"required":["id","reason","approver","until"],"properties":{"id":{"$ref":"#/$defs/words"},"fingerprint":{"type":"string","pattern":"^[0-9a-f]{16,64}$"},"pattern":{"$ref":"#/$defs/pattern"},"reason":{"$ref":"#/$defs/words"},"approver":{"$ref":"#/$defs/words"},"ticket":{"$ref":"#/$defs/words"},"until":{"$ref":"#/$defs/date"},"settledBy":{"$ref":"#/$defs/words"}}};
const schema33 = {"type":"string","pattern":"\\S"};
const schema43 = {"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"};
const pattern4 = new RegExp("\\S", "u");
const pattern5 = new RegExp("^[0-9a-f]{16,64}$", "u");
const pattern16 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const schema34 = {"type":"object","additionalProperties":false,"required":["rule"],"properties":{"rule":{"type":"string","pattern":"^A8-3-[AIU]-[0-9]{2}$"},"verdict":{"enum":["violation","suspected","attempt","blocked","observation","undetermined"]},"from":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"zone":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special"]},"host":{"$ref":"#/$defs/words"},"prefix":{"$ref":"#/$defs/words"}}},"to":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"zone":{"enum":["mynumber","lgwan","internet","lgwan-wan","juki-net","govcloud","security-cloud","public","mgmt","unassigned","special"]},"host":{"$ref":"#/$defs/words"},"prefix":{"$ref":"#/$defs/words"}}},"conduit":{"$ref":"#/$defs/words"},"service":{"type":"string","pattern":"^(tcp|udp|sctp)/[0-9]{1,5}$|^icmp$|^icmpv6$"}}};
const pattern6 = new RegExp("^A8-3-[AIU]-[0-9]{2}$", "u");
const pattern12 = new RegExp("^(tcp|udp|sctp)/[0-9]{1,5}$|^icmp$|^icmpv6$", "u");

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
if(data.rule === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'",schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "rule") || (key0 === "verdict")) || (key0 === "from")) || (key0 === "to")) || (key0 === "conduit")) || (key0 === "service"))){
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
if(data.rule !== undefined){
let data0 = data.rule;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err2 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/pattern",keyword:"pattern",params:{pattern: "^A8-3-[AIU]-[0-9]{2}$"},message:"must match pattern \""+"^A8-3-[AIU]-[0-9]{2}$"+"\"",schema:"^A8-3-[AIU]-[0-9]{2}$",parentSchema:schema34.properties.rule,data:data0};
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
const err3 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.rule.type,parentSchema:schema34.properties.rule,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.verdict !== undefined){
let data1 = data.verdict;
if(!((((((data1 === "violation") || (data1 === "suspected")) || (data1 === "attempt")) || (data1 === "blocked")) || (data1 === "observation")) || (data1 === "undetermined"))){
const err4 = {instancePath:instancePath+"/verdict",schemaPath:"#/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema34.properties.verdict.enum},message:"must be equal to one of the allowed values",schema:schema34.properties.verdict.enum,parentSchema:schema34.properties.verdict,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.from !== undefined){
let data2 = data.from;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema34.properties.from,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "zone") || (key1 === "host")) || (key1 === "prefix"))){
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.from,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.zone !== undefined){
let data3 = data2.zone;
if(!(((((((((((data3 === "mynumber") || (data3 === "lgwan")) || (data3 === "internet")) || (data3 === "lgwan-wan")) || (data3 === "juki-net")) || (data3 === "govcloud")) || (data3 === "security-cloud")) || (data3 === "public")) || (data3 === "mgmt")) || (data3 === "unassigned")) || (data3 === "special"))){
const err7 = {instancePath:instancePath+"/from/zone",schemaPath:"#/properties/from/properties/zone/enum",keyword:"enum",params:{allowedValues: schema34.properties.from.properties.zone.enum},message:"must be equal to one of the allowed values",schema:schema34.properties.from.properties.zone.enum,parentSchema:schema34.properties.from.properties.zone,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.host !== undefined){
let data4 = data2.host;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err8 = {instancePath:instancePath+"/from/host",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data4};
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
const err9 = {instancePath:instancePath+"/from/host",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.prefix !== undefined){
let data5 = data2.prefix;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err10 = {instancePath:instancePath+"/from/prefix",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data5};
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
const err11 = {instancePath:instancePath+"/from/prefix",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data5};
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
const err12 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.from.type,parentSchema:schema34.properties.from,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.to !== undefined){
let data6 = data.to;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err13 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema34.properties.to,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key2 in data6){
if(!(((key2 === "zone") || (key2 === "host")) || (key2 === "prefix"))){
const err14 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.to,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.zone !== undefined){
let data7 = data6.zone;
if(!(((((((((((data7 === "mynumber") || (data7 === "lgwan")) || (data7 === "internet")) || (data7 === "lgwan-wan")) || (data7 === "juki-net")) || (data7 === "govcloud")) || (data7 === "security-cloud")) || (data7 === "public")) || (data7 === "mgmt")) || (data7 === "unassigned")) || (data7 === "special"))){
const err15 = {instancePath:instancePath+"/to/zone",schemaPath:"#/properties/to/properties/zone/enum",keyword:"enum",params:{allowedValues: schema34.properties.to.properties.zone.enum},message:"must be equal to one of the allowed values",schema:schema34.properties.to.properties.zone.enum,parentSchema:schema34.properties.to.properties.zone,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.host !== undefined){
let data8 = data6.host;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err16 = {instancePath:instancePath+"/to/host",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data8};
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
const err17 = {instancePath:instancePath+"/to/host",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.prefix !== undefined){
let data9 = data6.prefix;
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
const err18 = {instancePath:instancePath+"/to/prefix",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data9};
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
const err19 = {instancePath:instancePath+"/to/prefix",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data9};
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
const err20 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.to.type,parentSchema:schema34.properties.to,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.conduit !== undefined){
let data10 = data.conduit;
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
const err21 = {instancePath:instancePath+"/conduit",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data10};
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
const err22 = {instancePath:instancePath+"/conduit",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.service !== undefined){
let data11 = data.service;
if(typeof data11 === "string"){
if(!pattern12.test(data11)){
const err23 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/pattern",keyword:"pattern",params:{pattern: "^(tcp|udp|sctp)/[0-9]{1,5}$|^icmp$|^icmpv6$"},message:"must match pattern \""+"^(tcp|udp|sctp)/[0-9]{1,5}$|^icmp$|^icmpv6$"+"\"",schema:"^(tcp|udp|sctp)/[0-9]{1,5}$|^icmp$|^icmpv6$",parentSchema:schema34.properties.service,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.service.type,parentSchema:schema34.properties.service,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
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
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.approver === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "approver"},message:"must have required property '"+"approver"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.until === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "until"},message:"must have required property '"+"until"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "fingerprint")) || (key0 === "pattern")) || (key0 === "reason")) || (key0 === "approver")) || (key0 === "ticket")) || (key0 === "until")) || (key0 === "settledBy"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.fingerprint !== undefined){
let data1 = data.fingerprint;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
const err7 = {instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16,64}$"},message:"must match pattern \""+"^[0-9a-f]{16,64}$"+"\"",schema:"^[0-9a-f]{16,64}$",parentSchema:schema32.properties.fingerprint,data:data1};
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
const err8 = {instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.fingerprint.type,parentSchema:schema32.properties.fingerprint,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.pattern !== undefined){
if(!(validate22(data.pattern, {instancePath:instancePath+"/pattern",parentData:data,parentDataProperty:"pattern",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.reason !== undefined){
let data3 = data.reason;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data3};
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
const err10 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.approver !== undefined){
let data4 = data.approver;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err11 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.ticket !== undefined){
let data5 = data.ticket;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err13 = {instancePath:instancePath+"/ticket",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/ticket",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.until !== undefined){
let data6 = data.until;
if(typeof data6 === "string"){
if(!pattern16.test(data6)){
const err15 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\"",schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema43,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.type,parentSchema:schema43,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.settledBy !== undefined){
let data7 = data.settledBy;
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err17 = {instancePath:instancePath+"/settledBy",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema33,data:data7};
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
const err18 = {instancePath:instancePath+"/settledBy",schemaPath:"#/$defs/words/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data7};
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
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:sansou:accepted-findings:1" */;
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
if(data.accepted === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "accepted"},message:"must have required property '"+"accepted"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "accepted"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(1 !== data0){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema31.properties.version,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.accepted !== undefined){
let data1 = data.accepted;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate21(data1[i0], {instancePath:instancePath+"/accepted/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.accepted.type,parentSchema:schema31.properties.accepted,data:data1};
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
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
