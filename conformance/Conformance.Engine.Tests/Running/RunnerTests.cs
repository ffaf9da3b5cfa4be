using Conformance.Engine.Configuration;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Requests;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>What a run says of the secrets that its requests carry.</summary>
public sealed class RunnerTests
{
    [Fact]
    public async Task ASecretTooShortToBeRedactedIsNamedInANote()
    {
        var report = await Run("short");
        Assert.Contains(
            report.Notes,
            note => note.StartsWith("1 secret has fewer than 6 characters", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AnyOtherSecretIsNotWorthANote() => Assert.Empty((await Run("long enough")).Notes);

    private static async Task<RunReport> Run(string secret)
    {
        using var target = new Taking();
        var options = new RunOptions
        {
            Target = new Uri("http://127.0.0.1:1/"),
            RunId = "sample",
            Profile = Profile.Smoke,
            Handler = target,
            EnvironmentVariable = _ => secret,
            Configuration = new RunConfiguration
            {
                Apis = ImmutableDictionary<string, ApiConfiguration>.Empty.Add(
                    "sample",
                    new ApiConfiguration { Auth = new HeaderConfiguration("X-Key", "", new SecretSource("KEY", null)) }
                ),
            },
        };
        return await new Runner(options).Run([Samples.Planned], TestContext.Current.CancellationToken);
    }
}
