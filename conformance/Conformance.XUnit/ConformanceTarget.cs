using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;

namespace Conformance.XUnit;

/// <summary>
/// What the tests have to know about an implementation. Derive from it, say where the implementation is, and override
/// what else differs from the defaults:
/// <code>
/// public sealed class MyTarget : ConformanceTarget
/// {
///     public override Uri Url => new("http://127.0.0.1:8080");
/// }
/// </code>
/// Instances are also made when tests are only listed, to learn which requirements are selected. A constructor has to be
/// cheap, therefore; what costs something belongs into <see cref="StartAsync"/>, which is called only before a run.
/// </summary>
public abstract class ConformanceTarget : IAsyncDisposable
{
    /// <summary>
    /// Absolute http or https URL in front of every path of the API, without user, query and fragment; read after
    /// <see cref="StartAsync"/>. It takes the place of all URLs of the configuration. Default: null, which stands for the
    /// client's base address, for <c>http://localhost/</c> with a handler, else for the configuration's own URLs.
    /// </summary>
    public virtual Uri? Url => null;

    /// <summary>
    /// Carries the requests instead of the network, such as the handler of an in-process host; read after
    /// <see cref="StartAsync"/>, and never disposed by the kit. The requirements that need a request
    /// which no handler carries are skipped, and say so. Default: null, for the network.
    /// </summary>
    public virtual HttpMessageHandler? Handler => null;

    /// <summary>
    /// A client that carries the requests, for hosts that give no handler; read after <see cref="StartAsync"/>, and never
    /// disposed by the kit. Its default headers are added to every request. It must follow no redirects and keep no
    /// cookies, or the kit judges what the client made of the responses. Default: null.
    /// </summary>
    public virtual HttpClient? Client => null;

    /// <summary>How much is spent: smoke, standard (the default) or nightly.</summary>
    public virtual Profile Profile => Profile.Standard;

    /// <summary>Seed of every random choice; the same seed sends the same requests. Default: 1.</summary>
    public virtual long Seed => 1;

    /// <summary>
    /// Prefix of every name and token that the run makes: six lowercase letters or digits. Default: null, for another one each
    /// time, so that runs on a lasting implementation don't collide.
    /// </summary>
    public virtual string? RunId => null;

    /// <summary>Short names of the APIs to test, such as <c>nova-act</c>. Default: none, for all.</summary>
    public virtual IReadOnlyList<string> Apis => [];

    /// <summary>Names of the operations to test, such as <c>CreateWorkflowRun</c>. Default: none, for all.</summary>
    public virtual IReadOnlyList<string> Operations => [];

    /// <summary>
    /// Globs over the ids of the requirements to test: <c>*</c> stands for any run of characters, <c>?</c> for one.
    /// Default: none, for all.
    /// </summary>
    public virtual IReadOnlyList<string> Only => [];

    /// <summary>
    /// Folders of further APIs, each with its openapi.json and register.json or with folders that hold them; a relative path
    /// begins at the directory of the test assembly. Default: none.
    /// </summary>
    public virtual IReadOnlyList<string> Schemas => [];

    /// <summary>Whether a failed <c>should</c> fails its row instead of warning. Default: false.</summary>
    public virtual bool IsStrict => false;

    /// <summary>Credentials, fixtures, unsupported operations and limits, in code. Default: null, for none.</summary>
    public virtual RunConfiguration? Configuration => null;

    /// <summary>
    /// The same as a file, YAML or JSON; a relative path begins at the directory of the test assembly. Default: null.
    /// </summary>
    public virtual string? ConfigurationFile => null;

    /// <summary>
    /// Directory for report.html, results.json, junit.xml and summary.md; a relative path begins at the directory of the
    /// test assembly. Default: null, for no files.
    /// </summary>
    public virtual string? ReportDirectory => null;

    /// <summary>Brings the implementation up, where the tests host it themselves. Called once, before the run.</summary>
    /// <param name="cancel">The test run was cancelled.</param>
    public virtual ValueTask StartAsync(CancellationToken cancel) => default;

    /// <summary>
    /// Takes it down again. Called once after the last row, also when <see cref="StartAsync"/> or the run has failed: it
    /// has to bear that only a part of the implementation is up.
    /// </summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
