// Register of contacts: who is called, in which role of the reporting rules, over which channel.
// Names and numbers are personal and shown only to those who have to call.

import { codeEntry, defineRegister } from '../../register/index.ts';

export const contacts = defineRegister({
  id: 'contacts',
  titles: { zh: '通讯录', en: 'Contacts' },
  room: 'readiness/forces',
  titleField: 'post',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty'], ownRoles: ['enterprise', 'reserve', 'industry', 'responder'] },
  visibleTo: 'everyone',
  personalVisibleTo: ['admin', 'duty', 'commander', 'dispatcher'],
  fields: [
    { id: 'post', titles: { zh: '岗位', en: 'Post' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'organisationId', titles: { zh: '单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'personName', titles: { zh: '姓名', en: 'Name' }, type: 'text', personal: true, searchable: true, column: true },
    { id: 'phone', titles: { zh: '电话', en: 'Telephone' }, type: 'text', required: true, personal: true, column: true },
    {
      id: 'channelCode', titles: { zh: '联络方式', en: 'Channel' }, type: 'code',
      codeList: [codeEntry('phone', '电话', 'telephone'), codeEntry('radio', '甚高频', 'VHF radio'), codeEntry('written', '书面', 'written')],
    },
    { id: 'recipientRole', titles: { zh: '报告接收角色', en: 'Recipient role in reporting rules' }, type: 'text', searchable: true },
    { id: 'aroundTheClock', titles: { zh: '全天值守', en: 'Around the clock' }, type: 'boolean' },
  ],
});
