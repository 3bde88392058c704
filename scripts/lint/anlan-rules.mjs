// Three ESLint rules of our own, where naming-convention cannot see: parameters of exported
// functions, numbers of wire schemas, and figures whose unit is told by a sibling property.

import { BARE_VALUE_NAMES, UNIT_SIBLINGS, VALUE_NAMES } from './unit-names.mjs';

const VALUE = new RegExp(VALUE_NAMES);
const BARE_VALUE = new RegExp(BARE_VALUE_NAMES);
const SIBLING = new RegExp(UNIT_SIBLINGS);

export const anlanRules = {
  meta: { name: 'anlan' },
  rules: {
    'number-parameter-unit': {
      meta: {
        type: 'problem',
        schema: [{ type: 'object', properties: { pattern: { type: 'string' }, allowMaths: { type: 'boolean' } }, required: ['pattern'], additionalProperties: false }],
        messages: { noUnit: 'Parameter `{{name}}` of an exported function is a number without a unit suffix (packages/kernel/src/units.ts).' },
      },
      create: numberParameterUnit,
    },
    'wire-number-unit': {
      meta: {
        type: 'problem',
        schema: [{ type: 'object', properties: { pattern: { type: 'string' } }, required: ['pattern'], additionalProperties: false }],
        messages: { noUnit: 'Wire field `{{name}}` is a number without a unit suffix and without a sibling that tells the unit (packages/kernel/src/units.ts).' },
      },
      create: wireNumberUnit,
    },
    'unit-beside-value': {
      meta: {
        type: 'problem',
        schema: [],
        messages: { noSibling: 'Number `{{name}}` needs a unit suffix, or a sibling property that tells the unit (unit, quantityUnit, name …).' },
      },
      create: unitBesideValue,
    },
  },
};

function numberParameterUnit(context) {
  const { pattern, allowMaths } = context.options[0];
  const good = new RegExp(pattern);
  // In the numeric packages a formula may keep its letters: f(x, y), a0, b1.
  const maths = /^[a-z]\d?$/;
  const check = (node) => {
    if (!isExported(node)) return;
    for (const param of node.params) {
      const target = param.type === 'AssignmentPattern' ? param.left : param;
      if (target.type !== 'Identifier' || !isNumberType(target.typeAnnotation?.typeAnnotation)) continue;
      if (good.test(target.name) || VALUE.test(target.name) || (allowMaths && maths.test(target.name))) continue;
      context.report({ node: target, messageId: 'noUnit', data: { name: target.name } });
    }
  };
  return { FunctionDeclaration: check, ArrowFunctionExpression: check, FunctionExpression: check };
}

function isExported(node) {
  if (node.parent.type === 'ExportNamedDeclaration') return true;
  if (node.parent.type === 'VariableDeclarator') return node.parent.parent.parent.type === 'ExportNamedDeclaration';
  if (node.parent.type !== 'MethodDefinition') return false;
  const isPublic = node.parent.accessibility !== 'private' && node.parent.key.type !== 'PrivateIdentifier';
  return isPublic && node.parent.parent.parent.parent.type === 'ExportNamedDeclaration';
}

function isNumberType(type) {
  if (type === undefined) return false;
  if (type.type === 'TSNumberKeyword') return true;
  return type.type === 'TSUnionType' && type.types.some(isNumberType);
}

function wireNumberUnit(context) {
  const good = new RegExp(context.options[0].pattern);
  return {
    ObjectExpression(node) {
      for (const property of node.properties) {
        const name = keyName(property);
        if (name === undefined || good.test(name) || !isNumberSchema(property.value)) continue;
        if (VALUE.test(name) && isUnitTold(node)) continue;
        context.report({ node: property, messageId: 'noUnit', data: { name } });
      }
    },
  };
}

/** Type.Number(…), Type.Integer(…), also inside Type.Optional(…) or Type.Readonly(…). */
function isNumberSchema(node) {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.object.name !== 'Type') return false;
  const method = node.callee.property.name;
  if (method === 'Number' || method === 'Integer') return true;
  return (method === 'Optional' || method === 'Readonly') && node.arguments.length > 0 && isNumberSchema(node.arguments[0]);
}

function unitBesideValue(context) {
  const check = (node) => {
    if (isUnitTold(node)) return;
    for (const member of membersOf(node)) {
      const name = keyName(member);
      if (member.type !== 'TSPropertySignature' || name === undefined || !BARE_VALUE.test(name)) continue;
      if (!isNumberType(member.typeAnnotation?.typeAnnotation)) continue;
      context.report({ node: member, messageId: 'noSibling', data: { name } });
    }
  };
  return { TSTypeLiteral: check, TSInterfaceBody: check };
}

function keyName(node) {
  return node.key?.type === 'Identifier' ? node.key.name : undefined;
}

/** A property of this type or object, or of one that encloses it, tells the unit. */
function isUnitTold(node) {
  for (let at = node; at !== null && at !== undefined; at = at.parent) {
    if (membersOf(at).some((member) => SIBLING.test(keyName(member) ?? ''))) return true;
  }
  return false;
}

function membersOf(node) {
  if (node.type === 'ObjectExpression') return node.properties;
  if (node.type === 'TSTypeLiteral') return node.members;
  return node.type === 'TSInterfaceBody' ? node.body : [];
}
