/** Where pipelines live, as far as the notebook's source tells: before a kernel does, and after it is gone. */
import type { IPipelineContext } from './pipeline';
import type { ISourceContext } from './source-graph';

/** Contexts that the source declares, without those of which it tells nothing. */
export function declaredContexts(contexts: readonly ISourceContext[]): IPipelineContext[] {
  return contexts.flatMap((context, i) => {
    const { variable, pipelineName, pipelineRoot } = context;
    const uri = declaredStore(context);
    const store = uri === null ? null : ({ kind: 'sqlite', uri } as const);
    return pipelineName === null && pipelineRoot === null && store === null
      ? []
      : [{ key: `source ${i}`, variables: [variable], pipelineName, pipelineRoot, store }];
  });
}

/**
 * File of a context's metadata store, as the source writes it: an InteractiveContext keeps it in `metadata.sqlite` of
 * its root, unless it is given another one. null where the source does not say.
 */
export function declaredStore({
  pipelineRoot,
  storePath
}: Pick<ISourceContext, 'pipelineRoot' | 'storePath'>): string | null {
  // Not by PathExt.join: it drops the slash at the front, and one of `gs://`.
  return storePath ?? (pipelineRoot ? `${pipelineRoot.replace(/\/+$/, '')}/metadata.sqlite` : null);
}
