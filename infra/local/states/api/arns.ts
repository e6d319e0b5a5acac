import { ServiceError } from '../errors.ts';

/** Names of things in the engine's account and region. */
export type Home = { readonly partition: string; readonly region: string; readonly accountId: string };

const arn = ({ partition, region, accountId }: Home, rest: string) =>
  `arn:${partition}:states:${region}:${accountId}:${rest}`;

export const machineArn = (home: Home, name: string): string => arn(home, `stateMachine:${name}`);

export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`;

const invalid = (reason: string): ServiceError => new ServiceError('InvalidArn', `Invalid Arn: '${reason}'`);

const typeOf = (text: string): string => {
  if (!text.startsWith('arn:')) throw invalid(`Invalid ARN prefix: ${text}`);
  const [, , service, , , type, name] = text.split(':');
  if (service !== 'states' || type === undefined || !name) throw invalid(`Invalid ARN: ${text}`);
  return type;
};

const expectType = (text: string, wanted: string): void => {
  const type = typeOf(text);
  if (type !== wanted) throw invalid(`Resource type not valid in this context: ${type}`);
};

export const checkMachineArn = (text: string): void => {
  expectType(text, 'stateMachine');
  if (text.split(':').length > 7) throw invalid(`Versions and aliases are not supported: ${text}`);
};
export const checkExecutionArn = (text: string): void => expectType(text, 'execution');

export const checkRoleArn = (text: string): void => {
  if (!/^arn:[\w-]+:iam::/.test(text)) throw invalid(`Invalid ARN prefix: ${text}`);
};

/** Machine and execution names: no space, bracket, wildcard or control character, and none of "#%\^|~`$&,;:/. */
const nameShape = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

export const checkName = (name: string): void => {
  if (!nameShape.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
};
