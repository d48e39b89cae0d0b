// The door for whoever reads settings and does nothing else yet: it loads no framework and no driver.
export { configOrExit, exitConfiguration } from './config-or-exit.js';
export { nearest } from './edit-distance.js';
export {
  countryCode,
  httpsAddress,
  instant,
  natsUrl,
  nkeySeed,
  nodeId,
  oneOf,
  passphrase,
  path,
  port,
  postgresUrl,
  signingKeyPem,
  text,
  timeZone,
  wholeNumber,
} from './forms.js';
export { printProblems, printUnknown } from './print-problems.js';
export { programSettings, providerIn, replicaIn } from './program-settings.js';
export { type ConfigProblem, type ConfigRefusal, readConfig } from './read-config.js';
export {
  type ConfigOf,
  type Environment,
  type Form,
  isGiven,
  optional,
  required,
  requiredSecret,
  type Setting,
  type Settings,
  standard,
} from './setting.js';
export { productVersion } from '../version.js';
