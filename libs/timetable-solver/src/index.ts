export * from './evaluate/index.ts';
export * from './formats/xhstt/index.ts';
export { readXml, XML_LIMITS, XmlError, type XmlLimits } from './formats/xml/index.ts';
export * from './model/index.ts';
