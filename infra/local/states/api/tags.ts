import { ServiceError } from '../errors.ts';
import { findMachine, type ApiContext } from './context.ts';
import type { Request } from './requests.ts';

const mostTags = 50;

const find = (context: ApiContext, arn: string): string => {
  try {
    return findMachine(context, arn).arn;
  } catch (error) {
    if (error instanceof ServiceError && error.type === 'StateMachineDoesNotExist')
      throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
    throw error;
  }
};

export const tagOperations = (context: ApiContext) => {
  const { machines } = context.journal;
  return {
    tagResource: async ({ resourceArn, tags }: Request<'TagResource'>) => {
      const arn = find(context, resourceArn);
      const merged = new Map(machines.tags(arn).map(({ key, value }) => [key, value]));
      for (const { key, value } of tags) merged.set(key, value);
      if (merged.size > mostTags)
        throw new ServiceError('TooManyTags', `A resource has at most ${mostTags} tags: '${arn}'`);
      machines.setTags(
        arn,
        [...merged].map(([key, value]) => ({ key, value })),
      );
      await context.journal.durable();
      return {};
    },
    untagResource: async ({ resourceArn, tagKeys }: Request<'UntagResource'>) => {
      const arn = find(context, resourceArn);
      machines.setTags(
        arn,
        machines.tags(arn).filter(({ key }) => !tagKeys.includes(key)),
      );
      await context.journal.durable();
      return {};
    },
    listTagsForResource: ({ resourceArn }: Request<'ListTagsForResource'>) =>
      Promise.resolve({ tags: machines.tags(find(context, resourceArn)) }),
  };
};
