const never = (): never => {
  throw new Error('The bundles leave this part of the SDK out: infra/aws/bundles/without-unused-parts.ts');
};

export const getInstanceMetadataRegion = never;
export const Sha256Js = never;
export const AdaptiveRetryStrategy = never;
