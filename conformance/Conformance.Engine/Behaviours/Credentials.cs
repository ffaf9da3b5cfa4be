using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>Requests without credentials are rejected, where the target asks for credentials at all.</summary>
internal static class Credentials
{
    /// <summary>401 and 403 are both right.</summary>
    public static Task<Finding> AreAskedFor(TestSession test) =>
        test.Session.HasCredentials
            ? new RejectionCheck(
                () => test.Valid(test.Operation),
                [new Case("unsigned", "without credentials", request => request with { IsUnsigned = true })],
                new Expectation("401 or 403", [401, 403])
            ).Run(test)
            : Task.FromResult(
                Finding.Skipped(SkipReason.NotApplicable, "the configuration names no credentials to leave out")
            );
}
