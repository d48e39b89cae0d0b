export const saveState = {
  saving: 'Saving …',
  saved: 'Saved at {{time}}',
  offline: 'Offline, kept on this device',
  error: 'Not saved. Try again.',
};
