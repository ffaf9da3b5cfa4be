using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;

namespace Conformance.XUnit.Tests.Running;

/// <summary>A target that says what a test wants it to say.</summary>
internal sealed class Saying : ConformanceTarget
{
    public Uri? At { get; init; }

    public HttpMessageHandler? Through { get; init; }

    public HttpClient? By { get; init; }

    public Profile Spending { get; init; } = Profile.Standard;

    public long Seeded { get; init; } = 1;

    public string? Named { get; init; }

    public bool Strictly { get; init; }

    public RunConfiguration? Configured { get; init; }

    public string? Written { get; init; }

    public IReadOnlyList<string> Among { get; init; } = [];

    public IReadOnlyList<string> Beside { get; init; } = [];

    public override Uri? Url => At;

    public override HttpMessageHandler? Handler => Through;

    public override HttpClient? Client => By;

    public override Profile Profile => Spending;

    public override long Seed => Seeded;

    public override string? RunId => Named;

    public override bool IsStrict => Strictly;

    public override RunConfiguration? Configuration => Configured;

    public override string? ConfigurationFile => Written;

    public override IReadOnlyList<string> Apis => Among;

    public override IReadOnlyList<string> Schemas => Beside;
}
