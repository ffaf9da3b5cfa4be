namespace Conformance.Reference.NovaAct;

/// <summary>What became of an attempt to create something.</summary>
internal enum Creation
{
    Created,
    Replayed,
    TokenSpentOnOtherRequest,
    NameTaken,
    NoSuchDefinition,
}

/// <summary>
/// All definitions and runs, in memory. Every method is one atomic step: either it does all that it says, or nothing.
/// </summary>
internal sealed class NovaActStore(NovaActBehaviour behaviour, TimeProvider time, Func<Guid> newRunId)
{
    private readonly Lock gate = new();
    private readonly Ledger<Shelf> shelves = new(behaviour.NameComparer);
    private readonly TokenMemory<DefinitionParameters, WorkflowDefinition> tokens = new(behaviour.DefinitionTokens);

    /// <summary>A definition with what belongs to it: its runs, and the tokens with which they were asked for.</summary>
    private sealed record Shelf(
        WorkflowDefinition Definition,
        Tokened<DefinitionParameters> Asked,
        Ledger<WorkflowRun> Runs,
        TokenMemory<RunParameters, WorkflowRun> Tokens
    );

    /// <summary>The resource is the one created, replayed, or in conflict.</summary>
    public (Creation Creation, WorkflowDefinition Definition) CreateDefinition(Tokened<DefinitionParameters> asked)
    {
        lock (gate)
        {
            var (recall, earlier) = tokens.Recollect(asked);
            if (recall != Recall.Nothing)
                return (recall == Recall.SameRequest ? Creation.Replayed : Creation.TokenSpentOnOtherRequest, earlier!);
            if (shelves.Find(asked.Parameters.Name) is { } taken)
                return (Creation.NameTaken, taken.Definition);
            var definition = new WorkflowDefinition(asked.Parameters, time.GetUtcNow());
            var runs = new Ledger<WorkflowRun>(StringComparer.Ordinal);
            shelves.Add(definition.Name, new Shelf(definition, asked, runs, new(behaviour.RunTokens)));
            tokens.Remember(asked, definition);
            return (Creation.Created, definition);
        }
    }

    /// <summary>The run is the one created or replayed; null when there is no such definition.</summary>
    public (Creation Creation, WorkflowRun? Run) CreateRun(string definitionName, Tokened<RunParameters> asked)
    {
        lock (gate)
        {
            if (shelves.Find(definitionName) is not { } shelf)
                return (Creation.NoSuchDefinition, null);
            var (recall, earlier) = shelf.Tokens.Recollect(asked);
            if (recall != Recall.Nothing)
                return (recall == Recall.SameRequest ? Creation.Replayed : Creation.TokenSpentOnOtherRequest, earlier);
            var id = behaviour.WriteRunId(newRunId());
            var run = new WorkflowRun(id, asked.Parameters, RunStatus.Running, time.GetUtcNow(), null);
            shelf.Runs.Add(id, run);
            shelf.Tokens.Remember(asked, run);
            return (Creation.Created, run);
        }
    }

    /// <summary>How many definitions there are.</summary>
    public int DefinitionCount
    {
        get
        {
            lock (gate)
                return shelves.Count;
        }
    }

    public WorkflowDefinition? FindDefinition(string name)
    {
        lock (gate)
            return shelves.Find(name)?.Definition;
    }

    public WorkflowRun? FindRun(string definitionName, string runId)
    {
        lock (gate)
            return shelves.Find(definitionName)?.Runs.Find(runId);
    }

    public Page<WorkflowDefinition> ListDefinitions(PageRequest request)
    {
        lock (gate)
        {
            var page = shelves.Read(request);
            return new([.. page.Items.Select(s => s.Definition)], page.LastNumber);
        }
    }

    /// <summary>Null when there is no such definition.</summary>
    public Page<WorkflowRun>? ListRuns(string definitionName, PageRequest request)
    {
        lock (gate)
            return shelves.Find(definitionName)?.Runs.Read(request);
    }

    /// <summary>
    /// Puts the run that <paramref name="change"/> gives in the place of the one that is there. Returns the one that
    /// is there afterwards: the old one when the change is null, null when there is no such run.
    /// </summary>
    public WorkflowRun? ChangeRun(string definitionName, string runId, Func<WorkflowRun, WorkflowRun?> change)
    {
        lock (gate)
        {
            if (shelves.Find(definitionName)?.Runs is not { } runs || runs.Find(runId) is not { } run)
                return null;
            if (change(run) is not { } changed)
                return run;
            runs.Replace(runId, changed);
            return changed;
        }
    }

    /// <summary>Removes the definition, its runs, and all tokens of both: a definition made anew starts from nothing.</summary>
    public bool DeleteDefinition(string name)
    {
        lock (gate)
        {
            if (shelves.Remove(name) is not { } shelf)
                return false;
            tokens.Forget(shelf.Asked);
            return true;
        }
    }

    /// <summary>Removes the run. Its token stays spent: a late repetition must not start the run a second time.</summary>
    public bool DeleteRun(string definitionName, string runId)
    {
        lock (gate)
            return shelves.Find(definitionName)?.Runs.Remove(runId) is not null;
    }
}
