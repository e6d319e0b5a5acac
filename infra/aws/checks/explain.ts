import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Answers findings about a construct, with one reason. Control Tower’s rules are named as cfn-guard names them. */
export const explain = (construct: IConstruct, reason: string, ids: readonly string[]): void => {
  Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
};

/** AWS Control Tower’s rule of this name, run by cfn-guard. */
export const controlTower = (rule: string): string => `cdk-validator-cfnguard::${rule}`;
