/** The environment of the Kubeflow Pipelines SDK, which tests hold our side against. */
import { ownEnvironment } from './own-environment.mjs';

/** The step that makes it. */
export const kfpEnvironment = ownEnvironment({
  name: 'kfp',
  title: 'Kubeflow Pipelines SDK',
  program: 'kfp',
  disk: '200 MB'
});
