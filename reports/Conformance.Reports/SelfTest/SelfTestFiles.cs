using System.Text;
using Conformance.Reports.Formats;
using Conformance.Reports.Writing;

namespace Conformance.Reports.SelfTest;

/// <summary>Writes both formats of a report of the self-test into one directory.</summary>
/// <param name="name">Name of the files without their endings.</param>
public sealed class SelfTestFiles(string name)
{
    /// <summary>The page for people.</summary>
    public string Html => $"{name}.html";

    /// <summary>The same for programs.</summary>
    public string Json => $"{name}.json";

    /// <summary>Both.</summary>
    public ImmutableArray<string> Names => [Json, Html];

    /// <summary>Writes the two files, each whole or not at all; creates the directory, and replaces earlier ones.</summary>
    /// <returns>What could not be written, and why; who calls has to say so.</returns>
    public Task<ImmutableArray<UnwrittenFile>> WriteAll(
        SelfTestReport report,
        string directory,
        CancellationToken ct
    ) =>
        OutputDirectory.Write(
            directory,
            [
                new(Json, () => Task.FromResult(SelfTestJson.Write(report))),
                new(Html, async () => Encoding.UTF8.GetBytes(await SelfTestHtml.Write(report))),
            ],
            ct
        );
}
