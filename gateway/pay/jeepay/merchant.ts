/**
 * The one merchant of the practice provider. Everybody who reads this file has its secret: it guards
 * nothing, and no real provider knows it.
 */
export const practiceMerchant = {
  mchNo: 'M0000000001',
  appId: 'practice0000000000000001',
  appSecret: 'worthless-practice-secret-that-stands-in-the-source',
} as const;
