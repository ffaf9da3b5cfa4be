using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;

namespace Conformance.XUnit.Tests;

public sealed class RunningService : ConformanceTarget
{
    public override Uri Url => new("http://127.0.0.1:8080");
}

public sealed class StagingService : ConformanceTarget
{
    public override Uri Url => new("https://staging.example");
    public override string ConfigurationFile => "conformance.yaml";
    public override Profile Profile => Profile.Nightly;
    public override bool IsStrict => true;
    public override string ReportDirectory => "conformance-report";
}

public sealed class OneOperation : ConformanceTarget
{
    public override Uri Url => new("http://127.0.0.1:8080");
    public override IReadOnlyList<string> Operations => ["CreateWorkflowRun"];
    public override IReadOnlyList<string> Only => ["*/modelId/*", "*/idempotency/*"];
}

public sealed class DeclaredUnsupported : ConformanceTarget
{
    public override Uri Url => new("http://127.0.0.1:8080");

    public override RunConfiguration Configuration =>
        new()
        {
            Apis = RunConfiguration.NoApis.Add("nova-act", new() { Unsupported = new(["CreateWorkflowDefinition"]) }),
            Limits = new() { RequestsPerSecond = 50 },
        };
}
