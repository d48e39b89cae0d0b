/** Where an authenticator app is set up or removed, in every program. */
export const factorAddress = '/me/second-factor';
