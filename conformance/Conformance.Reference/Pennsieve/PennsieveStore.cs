using System.Collections.Concurrent;
using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>Definitions, instances and runs, in memory. Ids are UUIDs, whose case does not matter.</summary>
internal sealed class PennsieveStore
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> definitions = New<WorkflowDefinition>();
    private readonly ConcurrentDictionary<string, WorkflowInstance> instances = New<WorkflowInstance>();
    private readonly ConcurrentDictionary<string, WorkflowRun> runs = New<WorkflowRun>();
    private readonly Lock configuring = new();
    private readonly Dictionary<JsonElement, WorkflowInstance> byConfiguration;
    private readonly Func<string> newId;
    private volatile Uri? lastCallbackUrl;

    public PennsieveStore(IEqualityComparer<JsonElement> configurations, Func<string> newId)
    {
        byConfiguration = new(configurations) { [Offered.Instance.Configuration] = Offered.Instance };
        this.newId = newId;
        definitions[Offered.DefinitionId] = Offered.Definition;
        instances[Offered.InstanceId] = Offered.Instance;
    }

    /// <summary>The URL of the latest run that had one; null before the first.</summary>
    public Uri? LastCallbackUrl => lastCallbackUrl;

    public WorkflowDefinition? FindDefinition(string id) => definitions.GetValueOrDefault(id);

    public WorkflowInstance? FindInstance(string id) => instances.GetValueOrDefault(id);

    public WorkflowRun? FindRun(string id) => runs.GetValueOrDefault(id);

    /// <summary>The instance of this configuration: the same one for all that ask, however many do at once (D2:22).</summary>
    /// <param name="definitionId">The definition that a new instance carries out.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="looks">Whether it is looked for; where it is not, a new instance takes the place of the one before.</param>
    public WorkflowInstance FindOrCreateInstance(string definitionId, JsonElement configuration, bool looks)
    {
        lock (configuring)
        {
            if (looks && byConfiguration.TryGetValue(configuration, out var found))
                return found;
            var created = new WorkflowInstance(newId(), definitionId, configuration);
            byConfiguration[configuration] = created;
            instances[created.Id] = created;
            return created;
        }
    }

    /// <summary>Puts another definition in the place of the one with its id.</summary>
    public void Replace(WorkflowDefinition definition) => definitions[definition.Id] = definition;

    /// <summary>Keeps a run, in the place of what was known of it before.</summary>
    public void Keep(WorkflowRun run)
    {
        runs[run.Id] = run;
        if (run.EndedAt is null)
            lastCallbackUrl = run.Parameters.CallbackUrl ?? lastCallbackUrl;
    }

    private static ConcurrentDictionary<string, T> New<T>() => new(StringComparer.OrdinalIgnoreCase);
}
