using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Conformance.Contracts.Native;

namespace Conformance.Contracts.Provider;

/// <summary>One process that verifies, as long as it lives.</summary>
internal sealed class VerifierWorker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly AnonymousPipeServerStream _answers;
    private readonly StreamWriter _calls;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<VerifierAnswer>> _open = new();
    private readonly Task _reading;
    private string _lastError = "";
    private volatile bool _isLost;
    private int _last;

    private VerifierWorker(Process process, AnonymousPipeServerStream answers)
    {
        _process = process;
        _answers = answers;
        _calls = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(false));
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => _lastError = line.Data is { Length: > 0 } text ? text : _lastError;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _reading = Read();
    }

    /// <summary>Whether it can't do anything more.</summary>
    public bool IsLost => _isLost;

    /// <exception cref="VerifierLostException">It can't be started.</exception>
    public static VerifierWorker Start(Func<string, ProcessStartInfo> start)
    {
        var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        try
        {
            var info = start(answers.GetClientHandleAsString());
            foreach (var (name, value) in VerifierEnvironment.Variables)
                info.Environment[name] = value;
            info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
            var process = Process.Start(info)!;
            answers.DisposeLocalCopyOfClientHandle();
            return new VerifierWorker(process, answers);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            answers.Dispose();
            throw new VerifierLostException($"the process for Pact's verifier can't be started: {e.Message}", e);
        }
    }

    public async Task<VerifierAnswer> Verify(VerifierTask task, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _open[id] = new TaskCompletionSource<VerifierAnswer>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        await _turn.WaitAsync(cancel);
        try
        {
            await _calls.WriteLineAsync(new VerifierCall(id, task, null, null).ToLine());
            await _calls.FlushAsync(cancel);
        }
        catch (IOException)
        {
            // It is lost: whoever reads its answers says so.
        }
        finally
        {
            _turn.Release();
        }
        if (IsLost)
            answer.TrySetException(Lost());
        return await answer.Task.WaitAsync(cancel);
    }

    /// <summary>Closes its input, which ends it; one that doesn't end is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_open.IsEmpty)
            _process.Kill();
        try
        {
            await _calls.DisposeAsync();
        }
        catch (IOException)
        {
            // Gone already.
        }
        await _process.WaitForExitAsync();
        await _reading;
        await _answers.DisposeAsync();
        _process.Dispose();
        _turn.Dispose();
    }

    private async Task Read()
    {
        // Another process, started in the same moment, may hold the pipe open: its end is no sure sign.
        using var exited = new CancellationTokenSource();
        var exit = _process
            .WaitForExitAsync(CancellationToken.None)
            .ContinueWith(_ => exited.CancelAsync(), TaskScheduler.Default);
        using var reader = new StreamReader(_answers, leaveOpen: true);
        try
        {
            while (await reader.ReadLineAsync(exited.Token) is { } line)
                Settle(VerifierCall.Parse(line));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It ended.
        }
        await exit;
        _isLost = true;
        foreach (var open in _open.Values)
            open.TrySetException(Lost());
    }

    private void Settle(VerifierCall answer)
    {
        if (!_open.TryRemove(answer.Id, out var open))
            return;
        if (answer.Answer is { } said)
            open.TrySetResult(said);
        else
            open.TrySetException(new VerifierLostException($"Pact's verifier failed: {answer.Fault}"));
    }

    private VerifierLostException Lost() =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the process of Pact's verifier ended early, with {(_process.HasExited ? _process.ExitCode : 0)}: {_lastError}"
            )
        );
}
