using Conformance.Schemas;

namespace Conformance.Engine.Configuration;

/// <summary>An API as a configuration may speak of it.</summary>
/// <param name="Api">The API.</param>
public abstract record KnownApi(Api Api)
{
    /// <summary>Ids of all that is required of it.</summary>
    public abstract IEnumerable<string> RequirementIds { get; }
}
