/** Where one asks for a link to choose a password, and where the link leads. */
export const passwordAddress = '/password';
