/** What the section needs to know of an orchestrator: the server's adapter knows the rest. */

/** A field of a form; its name is the adapter's. */
export interface IRunsField {
  readonly name: string;
  readonly label: string;
  /** A text, unless it is another kind; `lines` is a text with a value in each line. */
  readonly kind?: 'text' | 'url' | 'password' | 'lines';
  readonly placeholder?: string;
}

/** A form, and what stands above it. */
export interface IRunsForm {
  readonly title: string;
  readonly about: string;
  readonly fields: readonly IRunsField[];
  /** The button that sends it, and while it is being done. */
  readonly submit: string;
  readonly busy: string;
}

/** An orchestrator that runs are started on and watched. */
export interface IOrchestrator {
  /** In the server's routes: `runs/<name>`. */
  readonly name: string;
  /** As a person knows it. */
  readonly title: string;
  readonly connect: IRunsForm;
  /** Takes an exported pipeline there; `open` is on the button that opens the form. */
  readonly deploy: IRunsForm & { readonly open: string };
  /** Where it has no pipeline. */
  readonly empty: string;
  /** Id of a node's task there. */
  readonly taskId: (nodeId: string) => string;
}
