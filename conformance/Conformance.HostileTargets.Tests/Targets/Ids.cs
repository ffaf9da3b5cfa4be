namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Kinds of requirement, as globs over ids without the API's name.</summary>
internal static class Ids
{
    public const string Requests = "*/request/*";
    public const string Responses = "*/response/*";
    public const string Errors = "*/error/*";
    public const string Robustness = "*/robustness/*";
}
