using Conformance.Engine.Configuration;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>Whether everything that a run's configuration names is there, before anything is sent to anybody.</summary>
internal static class Readiness
{
    /// <summary>Reads all secrets of these APIs, and holds the configuration against each target.</summary>
    /// <param name="apis">The APIs of the run.</param>
    /// <param name="options">What the run does.</param>
    /// <param name="secrets">Remembers what is read.</param>
    /// <exception cref="ConfigurationException">Something is missing or can't be used; the message says all that is.</exception>
    public static void ThrowIfNot(IEnumerable<Api> apis, RunOptions options, SecretReader secrets)
    {
        var problems = apis.SelectMany(api => Checks(api, options, secrets))
            .Select(ProblemIn)
            .OfType<ConfigurationException>()
            .DistinctBy(problem => problem.Message)
            .ToList();
        if (problems.Count == 1)
            throw problems[0];
        if (problems.Count > 1)
            throw new ConfigurationException(
                string.Join("; ", problems.Select((problem, n) => $"({n + 1}) {problem.Message}"))
            );
    }

    private static IEnumerable<Action> Checks(Api api, RunOptions options, SecretReader secrets)
    {
        var configuration = options.Configuration.For(api.Name);
        foreach (var (source, use) in Signers.Sources(configuration))
            yield return () => secrets.Read(source, use);
        yield return () => ApiSessions.TargetClient(api, options, secrets).Dispose();
        yield return () => Signers.KeyOfWebhooks(api, configuration, secrets);
    }

    private static ConfigurationException? ProblemIn(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ConfigurationException problem)
        {
            return problem;
        }
    }
}
